import { policy, stepOf } from '@app/event-store';
import type { InForceEvent } from '@app/domain/definitions';
import { caseOf } from './case-streams.js';
import type { PolicyDeps } from './deps.js';

/**
 * Another calendar is in force: whatever is open falls due by it. Each case says for itself whether anything moves, and says nothing
 * the second time; so a process that dies half way begins again and harms nothing.
 */
export const deadlinesFollowTheCalendar = policy<InForceEvent, PolicyDeps>({
  name: 'deadlines-follow-the-calendar',
  on: {
    CalendarPublished: async (event, deps, meta) => {
      const { version, replaces } = event.data;
      if (replaces === null) return;
      await deps.readModels.reached(event.position, ['due_instants']);
      const because = `calendar ${replaces} -> ${version}`;
      const streams = new Set((await deps.openWaits()).map((key) => key.split('#', 1)[0] ?? key));
      for (const stream of streams) {
        const found = caseOf(stream);
        if (!found) continue;
        const cases = found.kind === 'mutation' ? deps.cases : deps.otherCases;
        await cases.replan(found.id, { because }, { meta: stepOf(meta, stream) });
      }
    },
  },
});
