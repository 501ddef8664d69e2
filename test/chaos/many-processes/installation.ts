import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { openPool } from '@app/event-store/adapters/pool';
import type { Pool } from 'pg';
import { dropTenant, makeTenant, type Tenant } from '../../support/tenants.js';
import { Mailbox } from './mailbox.js';
import { Member, ownPort } from './member.js';
import { RedisServer } from './redis-server.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

type Parts = Readonly<{
  server: TestDatabase;
  tenant: Tenant;
  redis: RedisServer;
  mailbox: Mailbox;
  folder: string;
  members: readonly Member[];
}>;

/** Two apis and two workers on one PostgreSQL, one Redis and one mail server: each a process of its own. */
export class Installation {
  /** Of the spec, for reading what there is. */
  readonly pool: Pool;

  private constructor(private readonly parts: Parts) {
    this.pool = openPool({ connectionString: parts.tenant.databaseUrl, max: 3, name: 'chaos' });
  }

  /** Starts all of it on an empty database, the four processes at the same moment. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const server = await testDatabase();
    const tenant = await makeTenant(server.connectionString, 'kaur');
    const [redis, mailbox] = [await RedisServer.start(), await Mailbox.open()];
    const folder = mkdtempSync(join(tmpdir(), 'alur-many-'));
    const common = {
      ...tenant.settings,
      REDIS_URL: redis.url,
      SMTP_URL: mailbox.url,
      DATA_DIR: folder,
      DEMO: 'small',
      ...settings,
    };
    const members: Member[] = [];
    for (const kind of ['api', 'worker'] as const)
      for (const n of [1, 2]) {
        const name = `${kind}-${n}`;
        const DATABASE_URL = `${tenant.databaseUrl}?application_name=${name}`; // who it is, in the database's own list
        members.push(new Member(name, kind, await ownPort(), { ...common, DATABASE_URL }));
      }
    const installation = new Installation({ server, tenant, redis, mailbox, folder, members });
    try {
      await Promise.all(members.map((member) => member.start()));
    } catch (error) {
      await installation.stop();
      throw error;
    }
    return installation;
  }

  get members(): readonly Member[] {
    return this.parts.members;
  }

  get apis(): readonly Member[] {
    return this.members.filter(({ kind }) => kind === 'api');
  }

  get redis(): RedisServer {
    return this.parts.redis;
  }

  get mailbox(): Mailbox {
    return this.parts.mailbox;
  }

  get tenantName(): string {
    return this.parts.tenant.name;
  }

  member(name: string): Member {
    const found = this.members.find((each) => each.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  }

  /** Those that went by themselves, with the last of what they said. */
  ended(): readonly string[] {
    return this.members.filter((member) => !member.isAlive).map((member) => `${member.name}: ${member.log()}`);
  }

  /** `alur …` beside the running processes. */
  async alur(...args: readonly string[]): Promise<Readonly<{ code: number; output: string }>> {
    const child = spawn(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), ...args], {
      cwd: root,
      env: { ...process.env, ...this.parts.tenant.settings, DATA_DIR: this.parts.folder, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
    const [code] = (await once(child, 'close')) as [number | null]; // what the event carries
    return { code: code ?? 1, output: said.join('') };
  }

  async stop(): Promise<void> {
    const { members, redis, mailbox, server, tenant, folder } = this.parts;
    await Promise.all(members.map((member) => member.kill()));
    await this.pool.end();
    await redis.stop();
    await mailbox.close();
    await dropTenant(server.connectionString, tenant);
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
