import type { Accounts, Answers, Health, LiveFeed, Metrics, Translate } from '@app/platform';
import type { Incidents, ProjectionRunner } from '@app/event-store';
import type { Domain } from '../../worker/src/domain.js';
import type { SignIn } from './identity/sign-in.js';
import type { Foundation } from '../../worker/src/foundation.js';

/** Everything that the api's modules are made of: opened by `start.ts`, handed to Nest as values. */
export type Parts = Readonly<{
  foundation: Foundation;
  domain: Domain;
  projections: ProjectionRunner;
  incidents: Incidents;
  accounts: Accounts;
  answers: Answers;
  signIn: SignIn;
  feed: LiveFeed;
  health: Health;
  metrics: Metrics;
  translate: Translate;
  /** This is a demo: its accounts are shown, its clock can be moved. */
  demo: boolean;
}>;
