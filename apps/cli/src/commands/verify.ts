import { type ChainVerdict, type Recorded, verifyChain } from '@app/event-store';
import type { Adding } from '../command.js';

type Found = Readonly<{ stream: string; verdict: Exclude<ChainVerdict, { intact: true }> }>;

/** `alur verify`: recomputes the hash chain of every stream. */
export const addVerify: Adding = (program, { withAlur, say, fail }) => {
  program
    .command('verify')
    .description('recompute the hash chain of every stream (or of one) and name the first event that does not hold')
    .argument('[stream]', 'one stream, for example kepahiang.mutation-<id>')
    .action((only?: string) =>
      withAlur(async ({ store }) => {
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
      }),
    );
};

async function* counted(events: AsyncIterable<Recorded>, count: () => void): AsyncIterable<Recorded> {
  for await (const event of events) {
    count();
    yield event;
  }
}
