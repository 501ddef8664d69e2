import { type Proposals } from '@app/domain/mutation';
import { type BusinessClock } from '@app/scheduling';
import type { Caller } from '../http/asked.js';
import { type Standings } from '../http/standing.js';
import { type Wording } from '../http/wording.js';
import { inputsFor } from './discipline.js';
import type { EligibilityResponse } from './eligibility-responses.js';

/** What the rules say of a case, in words. */
export class EligibilityPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly standings: Standings,
    private readonly wording: Wording,
    private readonly clock: BusinessClock,
  ) {}

  /** @param own whether the caller is whom the case is about */
  async of(id: string, { person, language }: Caller, own: boolean): Promise<EligibilityResponse> {
    const [checked, standing] = await Promise.all([this.proposals.eligibility(id, this.clock.now()), this.standings.of(person)]);
    const { phase, ruleSet, result, at, verdicts } = checked;
    const items = verdicts.map((verdict) => {
      const inputs = inputsFor(verdict, own || standing.seesPersonalNumbers);
      const said = this.wording.both(verdict.message, inputs);
      const { rule, outcome, severity, basis, overridable } = verdict;
      return {
        rule,
        outcome,
        severity,
        message: said[language],
        messageId: said.id,
        messageEn: said.en,
        inputs,
        basis,
        overridable,
      };
    });
    return { phase, ruleSet: { ...ruleSet }, result, at, items };
  }
}
