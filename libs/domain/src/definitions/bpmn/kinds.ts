import type { StageDefinition, Text } from '@app/workflow';
import type { NodeKind } from './flow.js';
import { words } from './words.js';

/** How a kind of stage looks in BPMN. */
type NodeOfKind = Readonly<{
  node: NodeKind;
  /** Whether it can end the case, so that its way on is decided after it. */
  fails: boolean;
  passed: Text;
  failed: Text;
  seats?: number;
  says?: Text;
}>;

type Row = (stage: Facts) => NodeOfKind;
/** What of a stage is drawn, whatever its kind. */
type Facts = Pick<StageDefinition, 'verbs'> &
  Readonly<{ size?: number; quorum?: number; rule?: string; groups?: readonly unknown[]; blocking?: boolean }>;

const decided = { passed: words.approvedOn, failed: words.rejected };
const answered = { passed: words.passed, failed: words.failed };

/** To add a kind of stage, add how it is drawn. */
const rows: Readonly<Record<string, Row>> = {
  approval: ({ verbs }) => ({ node: 'user', fails: verbs.reject !== undefined, ...decided }),
  panel: ({ verbs, size = 1, quorum = 1, rule = '' }) => ({
    node: 'user',
    fails: verbs.reject !== undefined,
    ...decided,
    seats: size,
    says: words.panel(size, quorum, rule),
  }),
  signoff: ({ verbs, groups = [] }) => ({
    node: 'user',
    fails: verbs.reject !== undefined,
    ...decided,
    seats: groups.length,
    says: words.signoff(groups.length),
  }),
  consent: ({ blocking = false }) => ({
    node: 'user',
    fails: blocking,
    ...decided,
    ...(!blocking && { says: words.consent }),
  }),
  acknowledgement: () => ({ node: 'user', fails: false, ...decided, says: words.acknowledgement }),
  external: () => ({ node: 'receive', fails: true, ...answered, says: words.external }),
  check: () => ({ node: 'service', fails: true, ...answered }),
};

/** A kind without a row is drawn as people's work. */
export const kindOfNode = (stage: StageDefinition): NodeOfKind =>
  rows[stage.kind]?.(stage) ?? { node: 'user', fails: stage.verbs.reject !== undefined, ...decided };
