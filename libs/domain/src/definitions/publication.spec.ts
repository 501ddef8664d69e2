import { scenariosOf } from '@app/decider/testing';
import type { Definition } from '@app/workflow';
import type { DefinitionEvent } from './events.js';
import { publication, type PublicationCommand } from './publication.js';

const given = scenariosOf(publication);
const at = '2026-03-02T09:00:00.000Z';
const definitionAt = (version: number): Definition => ({
  id: 'rotation',
  version,
  title: { id: 'x', en: 'x' },
  initiators: ['HEAD'],
  repair: { workingDays: 1, onPassed: 'wait', reminders: [], escalations: [] },
  fourEyes: [],
  stages: [],
});
const id = 'rotation';
const content = (version: number, hash: string) => ({ hash, definition: definitionAt(version), at });
const whole = (version: number, hash: string) => ({ id, version, ...content(version, hash) });

const ship = (version: number, hash: string): PublicationCommand => ({ type: 'PublishDefinition', data: content(version, hash) });
const shipped = (version: number, hash: string): DefinitionEvent => ({ type: 'DefinitionPublished', data: whole(version, hash) });
const published = (version: number, hash: string, by = 'budi'): DefinitionEvent => ({
  type: 'DefinitionPublished',
  data: { ...whole(version, hash), by },
});
const draft = (version: number, hash: string, by = 'ana'): PublicationCommand => ({
  type: 'DraftDefinition',
  data: { ...content(version, hash), by },
});
const drafted = (version: number, hash: string, by = 'ana'): DefinitionEvent => ({
  type: 'DefinitionDrafted',
  data: { ...whole(version, hash), by },
});
const review = (hash: string, by = 'budi', verdict: 'accept' | 'decline' = 'accept', note = ''): PublicationCommand => ({
  type: 'ReviewDraft',
  data: { id, hash, verdict, note, by, at },
});
const reviewed = (
  version: number,
  hash: string,
  by = 'budi',
  verdict: 'accept' | 'decline' = 'accept',
  note = '',
): DefinitionEvent => ({ type: 'DefinitionReviewed', data: { id, version, hash, verdict, note, by, at } });
const publish = (hash: string, by = 'budi'): PublicationCommand => ({ type: 'PublishDraft', data: { id, hash, by, at } });
const retire = (version: number, reason = 'replaced'): PublicationCommand => ({
  type: 'RetireDefinition',
  data: { id, version, reason, by: 'budi', at },
});
const retired = (version: number, reason = 'replaced'): DefinitionEvent => ({
  type: 'DefinitionRetired',
  data: { id, version, reason, by: 'budi', at },
});

describe('a definition that came with the program', () => {
  it('is published', () => given().when(ship(1, 'a')).then(shipped(1, 'a')));
  it('is published once', () => given(shipped(1, 'a')).when(ship(1, 'a')).thenNothing());
  it('does not change once it was published', () =>
    given(shipped(1, 'a')).when(ship(1, 'b')).thenRejected('definitions.changed'));
  it('goes on in versions', () => given(shipped(1, 'a')).when(ship(2, 'b')).then(shipped(2, 'b')));
  it('stays as it was published when a newer version is in force', () =>
    given(shipped(1, 'a'), shipped(2, 'b')).when(ship(1, 'a')).thenNothing());
  it('does not go back', () => given(shipped(2, 'b')).when(ship(1, 'a')).thenRejected('definitions.version-behind'));
  it('does not take the place of a version that people published', () =>
    given(shipped(1, 'a'), published(2, 'mine')).when(ship(2, 'b')).thenNothing());
  it('does not come after what people published', () =>
    given(shipped(1, 'a'), published(2, 'mine'), published(3, 'mine too')).when(ship(2, 'b')).thenNothing());
  it('is not published again once it was retired', () => given(shipped(1, 'a'), retired(1)).when(ship(1, 'a')).thenNothing());
});

describe('a draft', () => {
  it('is of the next version', () => given(shipped(1, 'a')).when(draft(2, 'b')).then(drafted(2, 'b')));
  it('may be the first version there is', () => given().when(draft(1, 'a')).then(drafted(1, 'a')));
  it.each([1, 3])('is not of version %i when 1 is in force', (version) =>
    given(shipped(1, 'a')).when(draft(version, 'b')).thenRejected('definitions.version-next'),
  );
  it('sent again is the same draft', () => given(drafted(1, 'a')).when(draft(1, 'a')).thenNothing());
  it('takes the place of the one before it', () => given(drafted(1, 'a')).when(draft(1, 'b')).then(drafted(1, 'b')));
});

describe('a review', () => {
  it('is a second person’s', () => given(drafted(1, 'a')).when(review('a')).then(reviewed(1, 'a')));
  it('is not the author’s', () => given(drafted(1, 'a')).when(review('a', 'ana')).thenRejected('definitions.four-eyes'));
  it('is not that of somebody who wrote an earlier form of it', () =>
    given(drafted(1, 'a', 'ana'), drafted(1, 'b', 'cici'))
      .when(review('b', 'ana'))
      .thenRejected('definitions.four-eyes'));
  it('is of what was read', () =>
    given(drafted(1, 'a'), drafted(1, 'b')).when(review('a')).thenRejected('definitions.draft-changed'));
  it('needs a draft', () => given(shipped(1, 'a')).when(review('a')).thenRejected('definitions.no-draft'));
  it('that declines says why', () =>
    given(drafted(1, 'a'))
      .when(review('a', 'budi', 'decline', ' '))
      .thenRejected('definitions.reason-needed'));
  it('repeated is one review', () => given(drafted(1, 'a'), reviewed(1, 'a')).when(review('a')).thenNothing());
  it('may be thought better of', () =>
    given(drafted(1, 'a'), reviewed(1, 'a'))
      .when(review('a', 'budi', 'decline', 'no'))
      .then(reviewed(1, 'a', 'budi', 'decline', 'no')));
});

describe('a publication', () => {
  it('follows an accepted draft', () => given(drafted(1, 'a'), reviewed(1, 'a')).when(publish('a')).then(published(1, 'a')));
  it('may be a third person’s', () =>
    given(drafted(1, 'a'), reviewed(1, 'a'))
      .when(publish('a', 'cici'))
      .then(published(1, 'a', 'cici')));
  it('is never the author’s', () =>
    given(drafted(1, 'a'), reviewed(1, 'a')).when(publish('a', 'ana')).thenRejected('definitions.four-eyes'));
  it('does not come before the review', () => given(drafted(1, 'a')).when(publish('a')).thenRejected('definitions.not-reviewed'));
  it('does not come after a refusal', () =>
    given(drafted(1, 'a'), reviewed(1, 'a', 'budi', 'decline', 'no'))
      .when(publish('a'))
      .thenRejected('definitions.not-reviewed'));
  it('needs a review of the draft as it is now', () =>
    given(drafted(1, 'a'), reviewed(1, 'a'), drafted(1, 'b')).when(publish('b')).thenRejected('definitions.not-reviewed'));
  it('repeated is one publication', () =>
    given(drafted(1, 'a'), reviewed(1, 'a'), published(1, 'a')).when(publish('a')).thenNothing());
  it('ends the draft', () =>
    given(drafted(1, 'a'), reviewed(1, 'a'), published(1, 'a')).when(review('a')).thenRejected('definitions.no-draft'));
  it('lets the authors of the last draft review the next', () =>
    given(drafted(1, 'a'), published(1, 'a'), drafted(2, 'b', 'budi'))
      .when(review('b', 'ana'))
      .then(reviewed(2, 'b', 'ana')));
});

describe('a version', () => {
  it('is retired, with a reason', () => given(shipped(1, 'a')).when(retire(1)).then(retired(1)));
  it('is retired once', () => given(shipped(1, 'a'), retired(1)).when(retire(1)).thenNothing());
  it('is not retired without a reason', () =>
    given(shipped(1, 'a')).when(retire(1, ' ')).thenRejected('definitions.reason-needed'));
  it('that was never published cannot be retired', () =>
    given(drafted(1, 'a')).when(retire(1)).thenRejected('definitions.unknown-version'));
});
