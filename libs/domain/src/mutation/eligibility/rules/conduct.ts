import { yearOf } from '../../days.js';
import type { SanctionFact } from '../../facts.js';
import { found, numberOf, type Rule, unknown } from '../rule.js';

const predicates = ['very_poor', 'poor', 'needs_improvement', 'good', 'very_good'];

/**
 * The years whose ratings count, newest first. The year that has just ended counts once it is rated, and from the day on which
 * it has to be: nobody can show on 2 January what is given in the weeks after.
 */
const lastYears = (today: string, years: number, known: Readonly<Record<string, unknown>>, ratedBy: unknown) => {
  const ended = yearOf(today) - 1;
  const isAwaited = known[String(ended)] === undefined && today.slice(5) <= String(ratedBy);
  return Array.from({ length: years }, (_, n) => String((isAwaited ? ended - 1 : ended) - n));
};

/** Missing years are E21's business; of those that are there, none may be too low. */
export const ratedWell: Rule = ({ person, today }, params) => {
  const known = person?.predicates;
  if (!known) return unknown({});
  const years = lastYears(today, numberOf(params, 'years'), known, params['ratedBy']).map(
    (year) => [year, known[year] ?? null] as const,
  );
  const least = predicates.indexOf(String(params['min']));
  const inputs = { predicates: Object.fromEntries(years), min: params['min'] };
  if (years.some(([, predicate]) => predicate !== null && predicates.indexOf(predicate) < least)) return found(false, inputs);
  return years.some(([, predicate]) => predicate === null) ? unknown(inputs) : found(true, inputs);
};

export const isRated: Rule = ({ person, today }, params) => {
  const known = person?.predicates;
  if (!known) return unknown({});
  const missing = lastYears(today, numberOf(params, 'years'), known, params['ratedBy']).filter(
    (year) => known[year] === undefined,
  );
  return found(missing.length === 0, { missing });
};

/** In force at some time between today and the day of the move. */
const inForce = (today: string, day: string) => (sanction: SanctionFact) =>
  sanction.from <= day && (sanction.until === null || sanction.until >= today) && (!sanction.lifted || sanction.lifted > today);

const shown = ({ level, from, until }: SanctionFact) => ({ level, from, until });

export const isNotSanctioned: Rule = ({ person, today, day }) => {
  if (!person) return unknown({});
  const { sanctions, underExamination } = person;
  const serving = (sanctions ?? [])
    .filter(({ level }) => level !== 'light')
    .filter(inForce(today, day))
    .map(shown);
  const inputs = { serving, underExamination };
  if (serving.length > 0 || underExamination === true)
    return found(false, inputs, underExamination === true ? 'examined' : 'serving');
  return sanctions === null || underExamination === null ? unknown(inputs) : found(true, inputs);
};

export const hasNoLightSanction: Rule = ({ person, today, day }) => {
  if (!person?.sanctions) return unknown({});
  const serving = person.sanctions
    .filter(({ level }) => level === 'light')
    .filter(inForce(today, day))
    .map(shown);
  return found(serving.length === 0, { serving });
};
