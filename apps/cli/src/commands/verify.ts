import { type ChainVerdict, type Recorded, verifyChain } from '@app/event-store';
import { proveProjection } from '@app/event-store/adapters/postgres-projection-proof';
import { projections } from '@app/domain/policies';
import type { Adding } from '../command.js';

type Found = Readonly<{ stream: string; verdict: Exclude<ChainVerdict, { intact: true }> }>;

/** `alur verify`: recomputes the hash chain of every stream, and on request holds the read models against the events. */
export const addVerify: Adding = (program, { withAlur, say, fail }) => {
  program
    .command('verify')
    .description('recompute the hash chain of every stream (or of one) and name the first event that does not hold')
    .argument('[stream]', 'one stream, for example kepahiang.mutation-<id>')
    .option('--read-models', 'also fold every read model anew and compare it with its table')
    .action((only: string | undefined, { readModels = false }: { readModels?: boolean }) =>
      withAlur(async ({ store, pool, sharedLog }) => {
        const streams = new Set<string>();
        if (only) streams.add(only);
        else for await (const batch of store.readAll()) for (const event of batch) streams.add(event.stream);
        const broken: Found[] = [];
        let events = 0;
        for (const stream of streams) {
          const verdict = await verifyChain(counted(store.read(stream), () => (events += 1)));
          if (!verdict.intact) broken.push({ stream, verdict });
        }
        for (const { stream, verdict } of broken) say(`${stream} at revision ${verdict.revision}: ${verdict.why}`);
        say(`${streams.size} streams, ${events} events, ${broken.length} broken`);
        if (broken.length > 0) fail();
        if (!readModels) return;

        const parts = { pool, log: sharedLog, compare: store.compare.bind(store) };
        let wrong = 0;
        for (const projection of projections) {
          const { name, rows, different, position } = await proveProjection(parts, projection);
          say(`${name.padEnd(26)} ${rows} rows at ${position ?? '0'}${different > 0 ? `, ${different} DIFFERENT` : ''}`);
          if (different > 0) wrong += 1;
        }
        say(wrong === 0 ? 'every read model equals a rebuild' : `${wrong} read models differ from a rebuild`);
        if (wrong > 0) fail();
      }),
    );
};

async function* counted(events: AsyncIterable<Recorded>, count: () => void): AsyncIterable<Recorded> {
  for await (const event of events) {
    count();
    yield event;
  }
}
