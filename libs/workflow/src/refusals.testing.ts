/** For specifications only: what callers may rely on in a refusal, wherever it comes from. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Rejection } from '@app/decider';
import { texts } from './texts.js';

/** The facts that come with a code; those with a question mark not always. Part of the API, as the codes are. */
const factsOf: Readonly<Record<string, string>> = {
  'workflow.absent': '',
  'workflow.exists': '',
  'workflow.not-an-initiator': 'roles',
  'workflow.already-submitted': '',
  'workflow.no-stage': '',
  'workflow.condition-failed': 'stage expression problem about',
  'workflow.unknown-stage': 'stage',
  'workflow.not-open': 'status',
  'workflow.closed': 'outcome',
  'workflow.stage-not-current': 'stage open',
  'workflow.verb-not-offered': 'stage verdict',
  'workflow.not-an-actor': 'stage role',
  'workflow.own-case': 'stage',
  'workflow.four-eyes': 'stage acted',
  'workflow.once-per-case': 'stage acted',
  'workflow.kin': 'stage',
  'workflow.authority-denied': 'act held matrix position?',
  'workflow.seen-changed': 'stage changed changedId changedEn now',
  'workflow.reason-missing': 'stage? verdict? lines?',
  'workflow.signature-missing': 'stage',
  'workflow.signature-mismatch': 'stage',
  'workflow.return-target': 'to allowed',
  'workflow.already-voted': 'stage',
  'workflow.system-only': '',
  'workflow.not-due': 'dueAt',
  'workflow.not-the-proposer': 'role',
  'workflow.may-not-cancel': 'roles',
  'workflow.text-missing': '',
  'workflow.recused': 'stage',
  'workflow.own-line': 'stage lines',
  'workflow.claimed': 'stage by',
  'workflow.not-claimed': 'stage',
  'workflow.cannot-take': 'stage to because',
  'workflow.advice-awaited': 'stage advisers',
  'workflow.adviser-barred': 'stage adviser',
  'workflow.too-many-advisers': 'stage most',
  'workflow.not-an-adviser': 'stage',
  'workflow.already-advised': 'stage',
  'workflow.quorum-lost': 'stage quorum',
  'workflow.question-open': 'stage of',
  'workflow.no-question': 'stage',
  'workflow.not-asked': 'stage of',
  'workflow.nobody-to-ask': 'of',
  'workflow.suspended': 'since',
  'workflow.not-suspended': '',
  'workflow.may-not-suspend': 'roles',
  'workflow.rounds-exhausted': 'stage rounds instead',
  'workflow.number-missing': 'stage',
  'workflow.date-malformed': 'stage date',
  'workflow.date-in-future': 'stage date today',
  'workflow.date-before-opening': 'stage date opened',
  'workflow.document-unknown': 'stage document',
  'workflow.attachment-exists': 'id',
  'workflow.attachment-invalid': 'id',
  'workflow.too-many-attachments': 'most',
  'workflow.lines-missing': '',
  'workflow.lines-not-offered': '',
  'workflow.lines-invalid': 'about most? lines?',
  'workflow.line-unknown': 'stage? lines',
  'workflow.line-fallen': 'stage? lines',
  'workflow.lines-unsuited': 'stage',
  'workflow.line-not-left': 'stage lines',
  'workflow.cannot-migrate': 'code about problems',
};

/** How a refused verb is named. */
const verdicts = new Set([
  ...['approve', 'reject', 'return', 'partial', 'record-answer', 'record-check'],
  ...['ask', 'claim', 'reassign', 'advise', 'recuse'],
]);

/** A refusal says why, brings its facts and no others, and fills every gap of its text in both languages. */
export const holdsAsRefusal = ({ code, message, facts }: Rejection): void => {
  ok(/^[A-Z].*[.!]$/.test(message), `${code} says in a sentence why: "${message}"`);
  const known = (factsOf[code] ?? 'not listed').split(' ').filter((name) => name !== '');
  const brought = Object.keys(facts);
  const always = known.filter((name) => !name.endsWith('?'));
  const allowed = new Set(known.map((name) => name.replace('?', '')));
  deepStrictEqual(
    [always.filter((name) => !brought.includes(name)), brought.filter((name) => !allowed.has(name))],
    [[], []],
    `${code} brings ${known.join(', ') || 'nothing'}, and not ${brought.join(', ') || 'nothing'}`,
  );
  for (const [name, fact] of Object.entries(facts)) ok(fact !== undefined && fact !== null, `${code}: ${name} is said`);
  if (typeof facts['verdict'] === 'string') ok(verdicts.has(facts['verdict']), `${code} names a verb: ${facts['verdict']}`);
  const words: Readonly<Record<string, Readonly<{ id: string; en: string }>>> = texts;
  const { id = '', en = '' } = words[code] ?? {};
  // A date is told as it was given, and nothing may have been given.
  for (const [, gap = ''] of `${id} ${en}`.matchAll(/\{\{(\w+)\}\}/g))
    ok(facts[gap] !== undefined && (facts[gap] !== '' || gap === 'date'), `${code}: the gap ${gap} is filled`);
};
