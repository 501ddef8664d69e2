import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../support/eventually.js';
import type { FrontDoor, Reply } from './front-door.js';

/** A request for leave from the first word to its decision, as those who sent it were told. */
export type Life = {
  id: string;
  /** Positions that were answered, one for each write. */
  positions: string[];
  comment: string;
  reason: string;
};

/** The same decision sent to both apis at the same moment, under one key. */
export type Twin = Readonly<{ life: string; answers: readonly Reply[] }>;

type Desk = Readonly<{ applicant: string; head: string }>;

/** Of every so many decisions one is sent to both at once. */
const twinEvery = 5;
const clerks = 4;

/** People who ask for leave and heads who decide, at a steady pace, until they are told to stop. */
export class Load {
  readonly lives: Life[] = [];
  readonly twins: Twin[] = [];
  private writes = 0;
  private began = 0;
  private lasted = 0;
  private stopped = false;
  private next = 0;

  private constructor(
    private readonly door: FrontDoor,
    private readonly desks: readonly Desk[],
    private readonly perSecond: number,
  ) {}

  /** @param perSecond writes in a second; one in four is a decision */
  static async prepare(door: FrontDoor, perSecond: number): Promise<Load> {
    const desks: Desk[] = [];
    for (const [applicant, head] of [
      ['asn', 'kepala.asal'],
      ['verifikator', 'kepala.bkpsdm'],
    ] as const)
      // Whoever was let in by one of them is known to the other.
      desks.push({ applicant: await door.signIn(applicant, door.apis[0]), head: await door.signIn(head, door.apis[1]) });
    return new Load(door, desks, perSecond);
  }

  /** Resolves when the last life that was begun has been brought to its end. @throws Error when something was refused */
  async run(): Promise<void> {
    this.began = this.next = performance.now();
    try {
      await Promise.all(Array.from({ length: clerks }, (_, n) => this.clerk(this.desks[n % this.desks.length])));
    } finally {
      this.stopped = true;
      this.lasted = performance.now() - this.began;
    }
  }

  stop(): void {
    this.stopped = true;
  }

  /** Resolves when so many more writes have been acknowledged. @throws Error when they are not, or the load has ended */
  async further(writes: number, seconds = 60): Promise<void> {
    const wanted = this.writes + writes;
    await eventually(
      async () => ({ writes: this.writes, ended: this.stopped }),
      (now) => {
        if (now.ended && now.writes < wanted) throw new Error('the load ended before everything had been done to it');
        return now.writes >= wanted;
      },
      seconds,
    );
  }

  get figures() {
    const seconds = this.lasted / 1000;
    const decisions = this.lives.length;
    return { seconds, writes: this.writes, decisions, perSecond: this.writes / seconds };
  }

  private async clerk(desk: Desk | undefined): Promise<void> {
    while (desk && !this.stopped) await this.live(desk);
  }

  /** A request for leave that waits for its decision. @returns its id */
  async submitted(): Promise<string> {
    const [desk] = this.desks;
    const life: Life = { id: '', positions: [], comment: 'menunggu', reason: '' };
    if (desk) await this.submit(life, desk.applicant);
    return life.id;
  }

  private async live({ applicant, head }: Desk): Promise<void> {
    const life: Life = { id: '', positions: [], comment: `kata ${randomUUID()}`, reason: `sebab ${randomUUID()}` };
    await this.submit(life, applicant);
    const decision = { stage: 'decision', verdict: 'approve', reason: life.reason };
    const count = this.lives.push(life);
    if (count % twinEvery === 0) await this.decideTwice(life, head, decision);
    else await this.write(life, head, `/cases/${life.id}/decisions`, decision);
  }

  private async submit(life: Life, applicant: string): Promise<void> {
    const dossier = {
      type: 'current_year',
      from: inDays(20), // long enough to hold a working day, and not too many
      until: inDays(33),
      reason: 'Keperluan keluarga',
      address: 'Jalan Merdeka 1, Kepahiang',
      phone: '0812 3456 7890',
    };
    const draft = await this.write(life, applicant, '/cases', { definition: 'leave', dossier }, 201);
    life.id = draft.body.text('id');
    await this.write(life, applicant, `/cases/${life.id}/submission`, {});
    await this.write(life, applicant, `/cases/${life.id}/comments`, { text: life.comment });
  }

  private async decideTwice(life: Life, token: string, body: unknown): Promise<void> {
    await this.paced();
    const key = randomUUID();
    const path = `/cases/${life.id}/decisions`;
    const answers = await Promise.all(this.door.apis.map((api) => this.door.ask('POST', path, { token, body, key }, api)));
    for (const answer of answers) this.expect(answer, 200, path);
    this.noted(life, answers[0]);
    this.twins.push({ life: life.id, answers });
  }

  private async write(life: Life, token: string, path: string, body: unknown, status = 200): Promise<Reply> {
    await this.paced();
    const reply = await this.door.ask('POST', path, { token, body, key: randomUUID() });
    this.expect(reply, status, path);
    this.noted(life, reply);
    return reply;
  }

  private noted(life: Life, reply: Reply | undefined): void {
    this.writes += 1;
    if (reply?.position !== undefined) life.positions.push(reply.position);
  }

  private expect({ status, body }: Reply, wanted: number, path: string): void {
    if (status !== wanted) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body.value)}`);
  }

  /** Waits for its turn: not more than so many in a second, however slow the answers are. */
  private async paced(): Promise<void> {
    const now = performance.now();
    this.next = Math.max(this.next + 1000 / this.perSecond, now);
    if (this.next > now) await pause(this.next - now);
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
