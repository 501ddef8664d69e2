import { found, notApplicable, type Rule, unknown } from '../rule.js';

/** Nobody decides on himself or close kin; who proposed doesn't verify. No kinship declared counts as none, and is said. */
export const noConflictOfInterest: Rule = ({ person, phase, actor, proposer, verifier, ownRequest }) => {
  if (!person) return unknown({});
  const kin = person.kin;
  const acting = phase === 'submission' ? null : actor?.person;
  const wrong =
    (acting && acting === person.id && 'self') ||
    (acting && kin?.some((relative) => relative.person === acting) && 'kin') ||
    (!ownRequest && proposer === person.id && 'proposer-self') ||
    (phase === 'verification' && acting === proposer && 'proposer') ||
    (phase === 'decision' && (verifier === proposer || acting === verifier || acting === proposer) && 'same-person');
  const inputs = { kinship: kin === null ? 'none declared' : kin.length, wrong: wrong || null };
  if (wrong) return found(false, inputs, wrong);
  return { ...found(true, inputs), ...(kin === null && { because: 'none-declared' }) };
};

/** Odd is the team's size, not the votes cast (decisions 18). */
export const panelConsidered: Rule = ({ panel }) => {
  if (!panel) return found(false, {}, 'absent');
  const { size, quorum, cast, outcome } = panel;
  const wrong = (size % 2 === 0 && 'even') || (cast < quorum && 'quorum') || (outcome !== 'passed' && 'failed');
  return found(!wrong, { size, quorum, cast, outcome }, wrong || undefined);
};

export const papersComplete: Rule = ({ papers, phase }) => {
  const needed = papers.filter(({ required }) => required);
  const wrong = needed.filter(
    ({ state }) => !(state === 'produced' || state === 'accepted' || (phase !== 'verification' && state === 'attached')),
  );
  return found(wrong.length === 0, {
    needed: needed.length,
    complete: needed.length - wrong.length,
    wrong: wrong.map(({ type, state }) => ({ type, state })),
  });
};

export const notBackdated: Rule = ({ decree, approvedOn }) => {
  if (!decree) return notApplicable({});
  const { date, effectiveDate } = decree;
  return found(effectiveDate >= date && (approvedOn === null || effectiveDate >= approvedOn), {
    date,
    effectiveDate,
    approvedOn,
  });
};
