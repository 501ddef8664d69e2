import type { Role, Text } from '@app/workflow';

/** What a node is in BPMN 2.0. `escalation` is an end that tells somebody, `terminate` one that stops everything else. */
export type NodeKind =
  'start' | 'user' | 'service' | 'receive' | 'exclusive' | 'parallel' | 'complex' | 'timer' | 'end' | 'escalation' | 'terminate';

export type FlowNode = Readonly<{
  /** A stage is `stage_<key>`, the proposer's part `stage_submission`. */
  id: string;
  kind: NodeKind;
  name?: Text;
  /** What BPMN has no sign for. */
  says?: Text;
  /** Who acts. */
  roles?: readonly Role[];
  /** So many people act beside each other. */
  seats?: number;
  /** Of a timer: the node it hangs on, and whether it ends the work there. */
  on?: Readonly<{ node: string; ends: boolean; workingDays: number }>;
}>;

export type Flow = Readonly<{
  from: string;
  to: string;
  name?: Text;
  /** A FEEL expression; the other way out of the same gateway is the default. */
  when?: string;
  otherwise?: boolean;
}>;

/** A definition as a graph of BPMN's, before anything is known of XML or of places on a page. */
export type FlowChart = Readonly<{ nodes: readonly FlowNode[]; flows: readonly Flow[] }>;
