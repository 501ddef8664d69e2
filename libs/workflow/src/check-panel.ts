import type { DefinitionProblem } from './check-definition.js';
import type { PanelStage } from './definition.js';

/** What is wrong with a panel: seats that do not add up, and powers that mean nothing under its rule. */
export const problemsOfPanel = (panel: PanelStage, at: string): readonly DefinitionProblem[] => [
  ...problemsOfSeats(panel, at),
  ...problemsOfChair(panel, at),
  ...problemsOfVeto(panel, at),
];

const problemsOfSeats = ({ size, quorum, members }: PanelStage, at: string): readonly DefinitionProblem[] => {
  const problems: DefinitionProblem[] = [];
  const found = (code: string, about: string, part = '') => problems.push({ at: `${at}${part}`, code, about });
  if (quorum > size) found('quorum', `${quorum} of ${size}`);
  if (quorum < 1) found('quorum', 'a panel without votes');
  if (!members) return problems;
  if (members.length < quorum) found('quorum', `${quorum} of ${members.length} members`);
  if (new Set(members).size < members.length) found('duplicate-role', 'every member has one seat');
  // With fewer it would wait for votes that nobody can cast, with more it would close before everybody has voted.
  else if (members.length !== size)
    found(
      'seats',
      `${size} seats, but ${members.length} members: name as many as there are seats, or say size: ${members.length}`,
      '.members',
    );
  return problems;
};

/** A tie there is only where votes are counted. */
const countsVotes = ({ rule, vetoBy }: PanelStage): boolean => rule === 'majority' || (rule === 'veto' && vetoBy !== undefined);

const problemsOfChair = (panel: PanelStage, at: string): readonly DefinitionProblem[] =>
  panel.chair === undefined || countsVotes(panel)
    ? []
    : [
        {
          at: `${at}.chair`,
          code: 'chair',
          about: `one vote against decides under rule: ${panel.rule}, so that there is no tie to break: leave out the chair, or say rule: majority`,
        },
      ];

const problemsOfVeto = ({ rule, vetoBy, verbs }: PanelStage, at: string): readonly DefinitionProblem[] => {
  const found = (part: string, about: string) => [{ at: `${at}.${part}`, code: 'veto', about }];
  if (vetoBy !== undefined && rule !== 'veto')
    return found('vetoBy', `nobody has a veto under rule: ${rule}: say rule: veto, or leave out vetoBy`);
  if (rule === 'veto' && !verbs.reject)
    return found('verbs', 'a veto is a vote against, and nobody can vote against here: offer the verb reject');
  return [];
};
