import { type Accounts, Journeys, masterKeyOf, Provider } from '@app/platform';
import { type Domain, personIdOf } from '../../worker/src/domain.js';
import type { Foundation } from '../../worker/src/foundation.js';
import { SignIn } from './identity/sign-in.js';

/** The ways in that the settings ask for. A person is found by his number as an import has it. */
export const openSignIn = ({ config, vault }: Foundation, accounts: Accounts, { facts, paper }: Domain): SignIn =>
  new SignIn({
    accounts,
    local: config.localAccounts,
    ...(config.oidc ? { provider: new Provider(config.oidc, config.publicUrl) } : {}),
    government: paper.government,
    journeys: new Journeys(masterKeyOf(config), config.tenant),
    personOf: async (number) => {
      const id = personIdOf(vault)(number);
      if (!(await facts.people([id])).has(id)) return undefined;
      // Who was forgotten has no key; an account would bring his name back.
      return (await vault.keysOf([id])).has(id) ? id : undefined;
    },
  });
