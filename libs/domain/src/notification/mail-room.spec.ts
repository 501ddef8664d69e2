import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { MailOutbox, type MailOutboxTables } from './mail-outbox.js';
import { type Letter, MailRoom, messageIdOf } from './mail-room.js';
import { type Mail, Mailer, OutboxOnly } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const letter = (id: string, to: string | null = 'ani@example.go.id'): Letter => ({
  id,
  person: 'ani',
  to,
  subject: 'Usulan dikembalikan',
  text: 'Yth. Ani',
  at: '2026-03-02T02:00:00.000Z',
});

describe('the mail room', () => {
  let database!: TestDatabase;
  let db!: Kysely<MailOutboxTables>;
  let outbox!: MailOutbox;
  let now = Date.parse('2026-03-02T02:00:00.000Z');

  beforeAll(async () => {
    database = await testDatabase();
    const pool = new pg.Pool({ connectionString: database.connectionString, options: '-c search_path=rm,app,es', max: 3 });
    db = new Kysely<MailOutboxTables>({ dialect: new PostgresDialect({ pool }) });
    outbox = new MailOutbox(db);
    await Promise.all([outbox.open(), outbox.open()]);
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  const room = (mailer: Mailer, carries = true) => {
    const told: string[] = [];
    const mailRoom = new MailRoom({
      outbox,
      mailer,
      carries,
      real: () => now,
      onSent: async (id, messageId, attempts) => void told.push(`sent ${id} ${messageId} ${attempts}`),
      onFailed: async (id, attempts, error) => void told.push(`failed ${id} ${attempts} ${error}`),
    });
    return { mailRoom, told };
  };
  const rowOf = (id: string) => db.selectFrom('mail_outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('only keeps the letter where there is no server or no address', async () => {
    const { mailRoom, told } = room(new OutboxOnly(), false);
    await mailRoom.post(letter('kept-1'));
    await room(new OutboxOnly()).mailRoom.post(letter('kept-2', null));
    expect(await mailRoom.deliver()).toBe(0);
    expect(await rowOf('kept-1')).toMatchObject({ status: 'kept', subject: 'Usulan dikembalikan', attempts: 0 });
    expect(await rowOf('kept-2')).toMatchObject({ status: 'kept', recipient: null });
    expect(told).toEqual([]);
  });

  it('hands a letter over once, under its own message id, to a real SMTP server', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _, done) => {
        const parts: Buffer[] = [];
        stream
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            received.push(Buffer.concat(parts).toString());
            done();
          });
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const mailer = new SmtpMailer(`smtp://127.0.0.1:${port}`, 'Alur <alur@example.go.id>');
    const { mailRoom, told } = room(mailer);
    await mailRoom.post(letter('smtp-1'));
    await mailRoom.post(letter('smtp-1'));
    expect(await mailRoom.deliver()).toBe(1);
    expect(await mailRoom.deliver()).toBe(0);
    await mailer.close();
    await new Promise<void>((resolve) => server.close(resolve));
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('Message-ID: <smtp-1@alur>');
    expect(received[0]).toContain('To: ani@example.go.id');
    expect(told).toEqual(['sent smtp-1 <smtp-1@alur> 1']);
    expect(await rowOf('smtp-1')).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('tries a server that is away again, later each time, and counts', async () => {
    let away = true;
    class Shaky extends Mailer {
      readonly sent: Mail[] = [];
      override async send(mail: Mail) {
        if (away) throw new Error('connection refused');
        this.sent.push(mail);
      }
      override async close() {}
    }
    const mailer = new Shaky();
    const { mailRoom, told } = room(mailer);
    await mailRoom.post(letter('away-1'));
    expect(await mailRoom.deliver()).toBe(0);
    now += 29_000;
    expect(await mailRoom.deliver()).toBe(0);
    now += 1_000;
    expect(await mailRoom.deliver()).toBe(0);
    away = false;
    now += 60_000;
    expect(await mailRoom.deliver()).toBe(1);
    expect(told).toEqual([
      'failed away-1 1 connection refused',
      'failed away-1 2 connection refused',
      `sent away-1 ${messageIdOf('away-1')} 3`,
    ]);
  });

  it('tells nobody the address that a server refuses, since what went wrong is kept for ever', async () => {
    class Refusing extends Mailer {
      override async send({ to }: Mail) {
        throw new Error(`Can't send mail - all recipients were rejected: 550 5.1.1 <${to}>: Recipient address rejected (${to})`);
      }
      override async close() {}
    }
    const { mailRoom, told } = room(new Refusing());
    await mailRoom.post(letter('refused-1'));
    await mailRoom.deliver();
    const error = "Can't send mail - all recipients were rejected: 550 5.1.1 <…>: Recipient address rejected (…)";
    expect(told).toEqual([`failed refused-1 1 ${error}`]);
    expect(await rowOf('refused-1')).toMatchObject({ error });
    await db.deleteFrom('mail_outbox').where('id', '=', 'refused-1').execute(); // it would be tried again below
  });

  it('leaves letters that a slow server keeps waiting to whoever takes them next, and sends none twice', async () => {
    const sent: string[] = [];
    class Slow extends Mailer {
      constructor(private readonly meanwhile = async () => {}) {
        super();
      }
      override async send({ messageId }: Mail) {
        sent.push(messageId);
        now += 20_000;
        await this.meanwhile();
      }
      override async close() {}
    }
    const other = room(new Slow());
    const first = room(new Slow(async () => void (await other.mailRoom.deliver()))); // another process looks as well
    for (const n of [1, 2, 3, 4]) await first.mailRoom.post(letter(`slow-${n}`));
    await first.mailRoom.deliver();
    while ((await other.mailRoom.deliver()) > 0);
    expect([...sent].sort()).toEqual([1, 2, 3, 4].map((n) => messageIdOf(`slow-${n}`)));
  });

  it('counts the letter that a crash cut off, and sends it again under the same id', async () => {
    const { mailRoom } = room(new OutboxOnly());
    await mailRoom.post(letter('crash-1'));
    await outbox.take(new Date(now).toISOString(), 1); // taken, handed over, and the process died before it was marked
    expect(await mailRoom.deliver()).toBe(0);
    now += 60_000;
    expect(await mailRoom.deliver()).toBe(1);
    expect(await rowOf('crash-1')).toMatchObject({ attempts: 2, message_id: '<crash-1@alur>' });
  });

  it('ends with the letter in hand', async () => {
    const sent: string[] = [];
    class Ending extends Mailer {
      override async send({ messageId }: Mail) {
        sent.push(messageId);
        ended = mailRoom.stop();
      }
      override async close() {}
    }
    let ended: Promise<void> | undefined;
    const { mailRoom } = room(new Ending());
    for (const n of [1, 2]) await mailRoom.post(letter(`end-${n}`));
    expect(await mailRoom.deliver()).toBe(1);
    await ended;
    expect([sent, await mailRoom.deliver()]).toEqual([[messageIdOf('end-1')], 0]);
    expect(await rowOf('end-1')).toMatchObject({ status: 'sent' });
    expect(await room(new OutboxOnly()).mailRoom.deliver()).toBe(1); // whoever is there goes on at once
    expect(await rowOf('end-2')).toMatchObject({ status: 'sent', attempts: 1 });
  });
});
