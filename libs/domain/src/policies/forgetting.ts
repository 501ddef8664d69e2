import { policy } from '@app/event-store';
import { person, type PersonEvent, streamOf } from '@app/domain/staffing';
import type { PolicyDeps } from './deps.js';

/**
 * Who was forgotten by an event loses his key, and every copy in clear goes; then that is recorded. A crash in between is made good at
 * the next start: each step may be repeated.
 */
export const forgottenPeopleAreErased = policy<PersonEvent, PolicyDeps>({
  name: 'forgotten-people-are-erased',
  oneAtATime: true,
  on: {
    PersonForgotten: async (event, { erasure, transactor, tenant }, meta) => {
      const { id } = event.data;
      const { state } = await transactor.load(streamOf.person(tenant, id), person);
      if (state.status === 'registered' && state.forgotten === 'erased') return; // by the command line, while nobody else was there
      await erasure.erase(id, event.position);
      await transactor.transact(streamOf.person(tenant, id), person, { type: 'RecordErasure', data: { id, at: meta.at } }, meta);
    },
  },
});
