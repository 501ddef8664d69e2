import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandMeta } from '@app/event-store';
import type { Calendar, Definition, Directory, Holding, WorkflowCommand } from '@app/workflow';
import { v7 as uuidV7 } from 'uuid';
import { parse } from 'yaml';

/** The definition of the internal rotation, as it is published. */
export const readDefinition = (): Definition => parse(readFileSync('definitions/internal-rotation.yaml', 'utf8')) as Definition; // checked by its own spec

const calendar: Calendar = { version: 'bench', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: ['2026-03-19', '2026-03-20'] };
const person = () => randomUUID();
const held = (office: string, of: string = person()): Holding => ({ office, person: of, kind: 'definitive' });

const directory = {
  EMPLOYEE: [held('person')],
  ORIGIN_HEAD: [held('head:origin')],
  DEST_HEAD: [held('head:destination')],
  HR_OFFICER: [held('hr-officer')],
  HR_HEAD: [held('head:hr')],
  TPK_MEMBER: Array.from({ length: 5 }, () => held('tpk')),
  SECRETARY: [held('secretary')],
  REGENT: [held('regent')],
  AUDITOR: [held('auditor')],
} satisfies Directory;

const at = '2026-03-02T09:00:00.000Z';
const given = { at, directory, calendar };
const whoIs = (role: keyof typeof directory, n = 0) => directory[role][n]?.person ?? '';
const reason =
  'Memenuhi syarat jabatan, rekam jejak kinerja dua tahun terakhir baik, dan formasi pada unit tujuan masih kosong. '.repeat(2);

/** Who decides at which stage, in the order of the process: nine decisions from acceptance to the regent. */
export const decisions = [
  ['acceptance', whoIs('DEST_HEAD')],
  ['consent', whoIs('EMPLOYEE')],
  ['verification', whoIs('HR_OFFICER')],
  ['hr_review', whoIs('HR_HEAD')],
  ['tpk', whoIs('TPK_MEMBER', 0)],
  ['tpk', whoIs('TPK_MEMBER', 1)],
  ['tpk', whoIs('TPK_MEMBER', 2)],
  ['forwarding', whoIs('SECRETARY')],
  ['decision', whoIs('REGENT')],
] as const;

export type BenchCase = Readonly<{ stream: string; subject: string; dossierHash: string }>;

export const newCase = (): BenchCase => {
  const id = uuidV7();
  const dossierHash = createHash('sha256').update(id).digest('hex');
  return { stream: `bench.mutation-${id}`, subject: whoIs('EMPLOYEE'), dossierHash };
};

export const opening = (definition: Definition, { subject, dossierHash }: BenchCase): readonly WorkflowCommand[] => {
  const by = whoIs('ORIGIN_HEAD');
  const context = { ownRequest: false, proposerRole: 'ORIGIN_HEAD', moveType: 'INTERNAL_ROTATION', warnings: 0 };
  return [
    { type: 'StartCase', data: { ...given, by, definition, definitionHash: 'bench', subject } },
    { type: 'SubmitCase', data: { ...given, by, dossierHash, context, changed: false } },
  ];
};

export const deciding = ({ dossierHash }: BenchCase, step: number): WorkflowCommand => {
  const [stage, by] = decisions[step] ?? decisions[0];
  return { type: 'Decide', data: { ...given, by, stage, verdict: 'approve', reason, dossierHash } };
};

export const metaFor = ({ subject }: BenchCase, { data }: WorkflowCommand): CommandMeta => {
  const id = uuidV7();
  return {
    actor: data.by,
    office: 'office',
    commandId: id,
    correlationId: id,
    causationId: id,
    at,
    tenant: 'bench',
    subject,
    commandHash: 'c'.repeat(64),
  };
};

export const personalFields = {
  DecisionMade: ['reason'],
  CaseReturned: ['reason'],
  CaseClosed: ['reason'],
  CommentAdded: ['text'],
};
