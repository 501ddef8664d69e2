import { Rejection } from '@app/decider';
import fc from 'fast-check';
import type { WorkflowCommand } from '../commands.js';
import type { Definition } from '../definition.js';
import { whoMayAct, workflow } from '../index.js';
import type { Directory } from '../people.js';
import { calendar } from '../testing.js';
import { definition } from './definitions.js';
import { roles } from './powers.js';
import { promises } from './promises.js';
import { promisesOfAuthority } from './promises-of-authority.js';
import { linesOf, recordingOf } from './tasks.js';
import { everyMoment, instant, runs, seed } from './testing.js';

const all = Object.entries({ ...promises, ...promisesOfAuthority });

describe(`in every life of a case (seed ${seed}, ${runs.numRuns} lives)`, () => {
  // One test, since what takes the time is to live the lives. `promises.ts` says what it is that holds.
  it(`each of ${all.length} promises is kept at every moment`, () => {
    everyMoment((moment) => {
      for (const [promise, check] of all)
        try {
          check(moment);
        } catch (cause) {
          throw new Error(`Not so: ${promise}.`, { cause });
        }
    });
  });
});

describe(`a case that nobody neglects (seed ${seed})`, () => {
  it('comes to an end, whatever the definition', () => {
    fc.assert(
      fc.property(definition, fc.record({ flag: fc.boolean(), count: fc.integer({ min: 0, max: 4 }) }), (drawn, context) => {
        // Seats are named by persons of other lives; and where all of an office act, four eyes would leave it without.
        const rules = {
          ...drawn,
          stages: drawn.stages.map((each) => ({ ...each, members: undefined, all: false })),
        } as Definition;
        // Each stage has hands of its own, so that no rule of four eyes leaves it without.
        const everyone: Directory = Object.fromEntries(
          roles.map((role) => [
            role,
            Array.from({ length: 12 }, (_, index) => ({ office: role, person: `${role}-${index}`, kind: 'definitive' as const })),
          ]),
        );
        const given = { directory: everyone, calendar };
        let state = workflow.initial;
        const take = (command: WorkflowCommand) => {
          const decision = workflow.decide(command, state);
          if (decision instanceof Rejection) throw decision;
          for (const event of decision) state = workflow.evolve(state, event);
        };
        take({
          type: 'StartCase',
          data: { ...given, definition: rules, definitionHash: 'h', subject: 'budi', by: 'HEAD-0', at: instant(0) },
        });
        const first = workflow.decide(
          {
            type: 'SubmitCase',
            data: {
              ...{ ...given, by: 'HEAD-0', at: instant(0), dossierHash: 'd', context, changed: false },
              ...(rules.lines && { lines: linesOf(3) }),
            },
          },
          state,
        );
        if (first instanceof Rejection) return first.code === 'workflow.no-stage';
        for (const event of first) state = workflow.evolve(state, event);
        for (let tries = 0; state.status === 'open' && tries < 120; tries++) {
          const { stage: key, definition: open } = state.open[0];
          const who = whoMayAct(state, everyone, key)[0];
          if (who && open.kind === 'external') take(recordingOf({ ...given, at: instant(tries) }, who.person, key, 'passed'));
          else if (who)
            take({
              type: 'Decide',
              data: {
                ...given,
                by: who.person,
                at: instant(tries),
                stage: key,
                verdict: 'approve',
                reason: 'because',
                dossierHash: 'd',
              },
            });
          else
            take({
              type: 'RecordCheck',
              data: { ...given, by: 'system:check', at: instant(tries), stage: key, outcome: 'passed', facts: {} },
            });
        }
        return state.status === 'closed' && state.outcome === 'approved';
      }),
      runs,
    );
  });
});
