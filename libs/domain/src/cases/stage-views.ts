import {
  type Capacity,
  type Directory,
  type Holding,
  type HoldingKind,
  peopleAsked,
  type RailStage,
  type Text,
  type WorkflowState,
} from '@app/workflow';

export type Named = Readonly<{ id: string; name: string }>;

export type Holder = Readonly<{
  person: Named;
  office: string;
  title: Text;
  kind: HoldingKind;
  onBehalfOf: Named | null;
  letter: string | null;
}>;

export type StageView = Readonly<{
  key: string;
  title: Text;
  kind: RailStage['kind'];
  state: RailStage['state'];
  outcome: RailStage['outcome'] | null;
  round: number | null;
  openedAt: string | null;
  closedAt: string | null;
  dueOn: string | null;
  /** When it was due first, where its clock stood still or the calendar changed. */
  originalDueOn: string | null;
  overdue: boolean;
  because: Text | null;
  /** Who acted there; for a stage that is open or to come, who holds its office today. */
  holders: readonly Holder[];
  votes: Readonly<{ cast: number; size: number; quorum: number }> | null;
}> &
  TaskView;

/** What of an open stage is with one person: who has taken it, and what was asked and waits for its answer. */
export type TaskView = Readonly<{ claimedBy: Named | null; question: QuestionView | null }>;
/** `of`: whoever may answer today. */
export type QuestionView = Readonly<{ text: string; by: Named; of: readonly Named[]; askedAt: string; dueOn: string | null }>;

/** Who is shown at a stage: those who acted, else those who would. */
export const holdingsOf = ({ state, votes }: RailStage, role: string, directory: Directory): readonly Holding[] => {
  if (votes.length > 0 && state === 'done') return votes.map(({ by }) => holdingOf(by));
  return state === 'skipped' ? [] : (directory[role] ?? []);
};

const holdingOf = ({ by, office, kind, onBehalfOf, letter }: Capacity): Holding => ({
  office,
  person: by,
  kind,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(letter !== undefined && { letter }),
});

/** Everyone whom these holdings name. */
export const peopleIn = (holdings: readonly Holding[]): readonly string[] =>
  holdings.flatMap(({ person, onBehalfOf }) => (onBehalfOf === undefined ? [person] : [person, onBehalfOf]));

/** The tasks of a case by the key of their stage, and everyone whom they name. */
export const tasksIn = (state: WorkflowState, directory: Directory) => {
  const open = state.status === 'open' ? state.open : [];
  const askedIn = ({ question }: (typeof open)[number]) => (question ? peopleAsked(directory, question.of) : []);
  return {
    people: open.flatMap((stage) => [
      ...(stage.claimedBy === undefined ? [] : [stage.claimedBy]),
      ...(stage.question ? [stage.question.by, ...askedIn(stage)] : []),
    ]),
    of: (key: string, called: (id: string) => Named): TaskView => {
      const stage = open.find((each) => each.stage === key);
      const question = stage?.question;
      return {
        claimedBy: stage?.claimedBy === undefined ? null : called(stage.claimedBy),
        question:
          stage && question
            ? {
                text: question.question,
                by: called(question.by),
                of: askedIn(stage).map(called),
                askedAt: question.at,
                dueOn: question.wait?.schedule?.dueOn ?? null,
              }
            : null,
      };
    },
  };
};

export const stageViewOf = (rail: RailStage): Omit<StageView, 'holders' | keyof TaskView> => ({
  key: rail.key,
  title: rail.title,
  kind: rail.kind,
  state: rail.state,
  outcome: rail.outcome ?? null,
  round: rail.round ?? null,
  openedAt: rail.openedAt ?? null,
  closedAt: rail.closedAt ?? null,
  dueOn: rail.schedule?.dueOn ?? null,
  originalDueOn: rail.originalDueOn ?? null,
  overdue: rail.overdue,
  because: rail.because ?? null,
  votes: rail.panel ?? null,
});

type Cards = ReadonlyMap<string, Readonly<{ name: string }>>;

export const namedIn =
  (people: Cards) =>
  (id: string): Named => ({ id, name: people.get(id)?.name ?? '' });

export const holderIn =
  (people: Cards, titles: ReadonlyMap<string, Text>) =>
  ({ person, office, kind, onBehalfOf, letter }: Holding): Holder => ({
    person: namedIn(people)(person),
    office,
    title: titles.get(office) ?? { id: office, en: office },
    kind,
    onBehalfOf: onBehalfOf === undefined ? null : namedIn(people)(onBehalfOf),
    letter: letter ?? null,
  });
