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
const publish = (version: number, hash: string): PublicationCommand => ({
  type: 'PublishDefinition',
  data: { definition: definitionAt(version), hash, at },
});
const published = (version: number, hash: string): DefinitionEvent => ({
  type: 'DefinitionPublished',
  data: { id: 'rotation', version, hash, definition: definitionAt(version), at },
});

describe('a definition', () => {
  it('is published', () => given().when(publish(1, 'a')).then(published(1, 'a')));
  it('is published once', () => given(published(1, 'a')).when(publish(1, 'a')).thenNothing());
  it('does not change once it was published', () =>
    given(published(1, 'a')).when(publish(1, 'b')).thenRejected('definitions.changed'));
  it('goes on in versions', () => given(published(1, 'a')).when(publish(2, 'b')).then(published(2, 'b')));
  it('stays as it was published when a newer version is in force', () =>
    given(published(1, 'a'), published(2, 'b')).when(publish(1, 'a')).thenNothing());
  it('does not go back', () => given(published(2, 'b')).when(publish(1, 'a')).thenRejected('definitions.version-behind'));
});
