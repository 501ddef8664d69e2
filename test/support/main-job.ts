import { CaseDriver, ok } from './case-driver.js';
import { Cast } from './cast.js';
import type { Answer, Json } from './http-client.js';
import { type RunningAlur, startTestAlur } from './running-alur.js';

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The one thing of a list; fails where there are none or several. */
export const only = (items: readonly Json[]): Json => {
  const [item, ...others] = items;
  if (!item || others.length > 0) throw new Error(`expected exactly one, got ${items.length}`);
  return item;
};

/** What the steps of the main job share: the running product, its people, and the cases they are about. */
export class MainJob {
  cast!: Cast;
  driver!: CaseDriver;
  /** The person of the account `asn`, whose move it is. */
  employee!: string;
  /** The vacant post that is wanted. */
  target!: Json;
  id!: string;
  /** Another case, whose approval is rescinded. */
  other!: Readonly<{ id: string; employee: string; post: string }>;
  private alur: RunningAlur | undefined;

  async start(): Promise<void> {
    this.alur = await startTestAlur();
    this.cast = new Cast(this.alur.url);
    this.driver = new CaseDriver(this.cast);
    this.employee = await this.cast.idOf('asn');
  }

  async close(): Promise<void> {
    await this.alur?.close();
  }

  async today(): Promise<string> {
    return ok(await (await this.cast.as('admin')).get('/demo/clock')).body.text('today');
  }

  async moveClock(to: string): Promise<Answer> {
    return ok(await (await this.cast.as('admin')).post('/demo/clock', { to }));
  }

  async proposal(username: string, of = this.id): Promise<Json> {
    return ok(await (await this.cast.as(username)).get(`/proposals/${of}`)).body;
  }

  async inboxOf(username: string, view = 'waiting'): Promise<readonly Json[]> {
    return ok(await (await this.cast.as(username)).get(`/inbox?view=${view}`)).body.list('items');
  }

  async waitsFor(username: string, of = this.id): Promise<boolean> {
    return (await this.inboxOf(username)).some((item) => item.text('proposalId') === of);
  }

  async noticesOf(username: string): Promise<readonly Json[]> {
    return ok(await (await this.cast.as(username)).get('/notifications')).body.list('items');
  }
}
