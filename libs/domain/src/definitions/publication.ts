import { type Decider, type Decision, type Message, rejections } from '@app/decider';
import type { Definition } from '@app/workflow';
import type { DossierSchema } from './dossier-schema.js';
import type { DefinitionEvent } from './events.js';

type Content = Readonly<{ definition: Definition; hash: string; dossier?: DossierSchema; at: string }>;
type ByPerson = Readonly<{ id: string; by: string; at: string }>;

export type PublicationCommand =
  /** What came with the program, at every boot. */
  | Message<'PublishDefinition', Content>
  | Message<'DraftDefinition', Content & { by: string }>
  /** `hash`: of the draft that was read. */
  | Message<'ReviewDraft', ByPerson & { hash: string; verdict: 'accept' | 'decline'; note: string }>
  | Message<'PublishDraft', ByPerson & { hash: string }>
  | Message<'RetireDefinition', ByPerson & { version: number; reason: string }>;

type Version = Readonly<{ hash: string; shipped: boolean; retired: boolean }>;
type Draft = Content &
  Readonly<{
    /** Everybody who had a hand in it. */
    authors: readonly string[];
    review?: Readonly<{ by: string; verdict: 'accept' | 'decline' }>;
  }>;

/** What became of a definition's versions. */
export type Publications = Readonly<{ versions: ReadonlyMap<number, Version>; draft?: Draft }>;

const reject = rejections({
  'definitions.changed': 'conflict',
  'definitions.version-behind': 'conflict',
  'definitions.version-next': 'invalid',
  'definitions.no-draft': 'conflict',
  'definitions.draft-changed': 'conflict',
  'definitions.four-eyes': 'forbidden',
  'definitions.not-reviewed': 'conflict',
  'definitions.reason-needed': 'invalid',
  'definitions.unknown-version': 'missing',
});

type Decided = Decision<DefinitionEvent>;

const newestOf = ({ versions }: Publications): number => Math.max(0, ...versions.keys());

/** Content as it is recorded. */
const whole = ({ definition, hash, dossier }: Content) => ({
  id: definition.id,
  version: definition.version,
  hash,
  definition,
  ...(dossier && { dossier }),
});

/** What came with the program is published once. What people published in its place stays. */
const ship = (content: Content, state: Publications): Decided => {
  const { id, version } = content.definition;
  const known = state.versions.get(version);
  if (known && (known.hash === content.hash || !known.shipped)) return [];
  if (known)
    return reject('definitions.changed', `${id} version ${version} was published and has changed since: raise its version.`, {
      id,
      version,
    });
  const newest = newestOf(state);
  if (version > newest) return [{ type: 'DefinitionPublished', data: { ...whole(content), at: content.at } }];
  if (state.versions.get(newest)?.shipped === false) return [];
  return reject('definitions.version-behind', `${id} is at version ${newest} already.`, { id, version, newest });
};

const draft = ({ by, ...content }: Content & Readonly<{ by: string }>, state: Publications): Decided => {
  if (state.draft?.hash === content.hash) return [];
  const { id, version } = content.definition;
  const next = newestOf(state) + 1;
  if (version !== next) return reject('definitions.version-next', `The next version of ${id} is ${next}.`, { id, version, next });
  return [{ type: 'DefinitionDrafted', data: { ...whole(content), by, at: content.at } }];
};

/** The draft that somebody else may judge, or why he may not. */
const draftFor = ({ id, by, hash }: Readonly<{ id: string; by: string; hash: string }>, state: Publications) => {
  if (!state.draft) return reject('definitions.no-draft', `There is no draft of ${id}.`, { id });
  if (state.draft.hash !== hash) return reject('definitions.draft-changed', 'The draft has changed since it was read.', { id });
  if (state.draft.authors.includes(by))
    return reject('definitions.four-eyes', 'Who wrote a draft neither reviews nor publishes it.', { id });
  return state.draft;
};

/**
 * The life of a definition's versions: drafted, reviewed by somebody else, published by somebody other than its authors, retired.
 * A version is published once and never changes (decisions.md 35); the same again is nothing.
 */
export const publication: Decider<PublicationCommand, DefinitionEvent, Publications> = {
  initial: { versions: new Map() },
  decide: (command, state): Decided => {
    switch (command.type) {
      case 'PublishDefinition':
        return ship(command.data, state);
      case 'DraftDefinition':
        return draft(command.data, state);
      case 'ReviewDraft': {
        const { verdict, note, by, at } = command.data;
        const found = draftFor(command.data, state);
        if (!('definition' in found)) return found;
        if (verdict === 'decline' && note.trim() === '')
          return reject('definitions.reason-needed', 'Who declines says why.', { id: found.definition.id });
        if (found.review?.by === by && found.review.verdict === verdict) return [];
        const { id, version } = found.definition;
        return [{ type: 'DefinitionReviewed', data: { id, version, hash: found.hash, verdict, note, by, at } }];
      }
      case 'PublishDraft': {
        const { by, at, id, hash } = command.data;
        if (state.versions.get(newestOf(state))?.hash === hash) return [];
        const found = draftFor(command.data, state);
        if (!('definition' in found)) return found;
        if (found.review?.verdict !== 'accept')
          return reject('definitions.not-reviewed', 'Nobody has accepted this draft.', { id });
        return [{ type: 'DefinitionPublished', data: { ...whole(found), by, at } }];
      }
      case 'RetireDefinition': {
        const { id, version, reason, by, at } = command.data;
        const known = state.versions.get(version);
        if (!known) return reject('definitions.unknown-version', `${id} has no version ${version}.`, { id, version });
        if (known.retired) return [];
        if (reason.trim() === '') return reject('definitions.reason-needed', 'Who retires a version says why.', { id });
        return [{ type: 'DefinitionRetired', data: { id, version, reason, by, at } }];
      }
    }
  },
  evolve: (state, event) => {
    const { versions, draft: open } = state;
    switch (event.type) {
      case 'DefinitionDrafted': {
        const { definition, hash, dossier, by, at } = event.data;
        const authors = [...new Set([...(open?.authors ?? []), by])];
        return { versions, draft: { definition, hash, ...(dossier && { dossier }), at, authors } };
      }
      case 'DefinitionReviewed':
        return open ? { versions, draft: { ...open, review: { by: event.data.by, verdict: event.data.verdict } } } : state;
      case 'DefinitionPublished': {
        const { version, hash, by } = event.data;
        return { versions: new Map(versions).set(version, { hash, shipped: by === undefined, retired: false }) };
      }
      case 'DefinitionRetired': {
        const { version } = event.data;
        const known = versions.get(version);
        return known ? { ...state, versions: new Map(versions).set(version, { ...known, retired: true }) } : state;
      }
    }
  },
};
