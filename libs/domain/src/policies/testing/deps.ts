import type { BusinessClock } from '@app/scheduling';
import { Cases } from '@app/domain/cases';
import { Reviews } from '@app/domain/audit';
import { type Letter, Notices, wordsOf } from '@app/domain/notification';
import { Obligations } from '@app/domain/obligations';
import type { openDesk } from '../../mutation/testing/desk.js';
import { people } from '../../mutation/testing/small-town.js';
import { texts } from '../catalogue.js';
import { bookOf, PublishedBlueprints } from '../blueprints.js';
import type { PolicyDeps } from '../deps.js';
import { SmallOffice } from './office.js';

/** What policies need, over the small town. Letters are collected. */
export const depsOf = (
  { transactor, facts, proposals }: ReturnType<typeof openDesk>,
  clock: BusinessClock,
  letters: Letter[],
  surroundings = new SmallOffice(),
  openWaits: PolicyDeps['openWaits'] = async () => [],
): PolicyDeps => ({
  tenant: 'kepahiang',
  clock: { now: () => clock.now(), today: () => clock.today() },
  transactor,
  facts,
  offices: {
    holdersOf: async (office) =>
      office.startsWith('person:')
        ? [{ office, person: office.slice(7), kind: 'definitive' }]
        : Object.values(facts.holders).flatMap((holdings) => holdings.filter((holding) => holding.office === office)),
    agencyOf: async (office) => (office.startsWith('head:') ? office.slice(5) : null),
  },
  cases: proposals,
  otherCases: new Cases({ transactor, surroundings, blueprints: new PublishedBlueprints(bookOf([])), tenant: 'kepahiang' }),
  surroundings,
  openWaits,
  claims: proposals.claims,
  obligations: new Obligations(transactor),
  notices: new Notices(transactor),
  reviews: new Reviews(transactor),
  mail: { post: async (letter) => void letters.push(letter) },
  readModels: { reached: async () => {} },
  erasure: { erase: async () => {} },
  contactOf: async (id) => ({ name: id, email: `${id}@example.go.id`, language: id === people.regent ? 'en' : 'id' }),
  words: wordsOf(texts),
  baseUrl: 'http://localhost:3000',
});
