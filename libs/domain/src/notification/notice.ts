import { type Decider, type Message, rejections } from '@app/decider';
import type { NoticeEvent } from './events.js';

type Raised = Extract<NoticeEvent, { type: 'NoticeRaised' }>['data'];

export type NoticeCommand =
  | Message<'RaiseNotice', Raised>
  | Message<'ReadNotice', { by: string; at: string }>
  | Message<'MarkMailed', { messageId: string; attempts: number; at: string }>
  | Message<'MarkMailFailed', { attempts: number; error: string; at: string }>;

export type NoticeState =
  | Readonly<{ status: 'absent' }>
  | Readonly<{ status: 'raised'; id: string; person: string; codes: readonly string[]; read: boolean; mailed: boolean }>;

const reject = rejections({ 'notification.unknown': 'missing' });

/** One person is told of one cause, once; whatever else the same cause would have said is recorded as superseded. */
export const notice: Decider<NoticeCommand, NoticeEvent, NoticeState> = {
  initial: { status: 'absent' },

  decide: (command, state) => {
    if (state.status === 'absent')
      return command.type === 'RaiseNotice'
        ? [{ type: 'NoticeRaised', data: command.data }]
        : reject('notification.unknown', 'There is no such notice.');
    const { id } = state;
    switch (command.type) {
      case 'RaiseNotice': {
        const { code, at } = command.data;
        return state.codes.includes(code) ? [] : [{ type: 'NoticeSuperseded', data: { id, code, at } }];
      }
      case 'ReadNotice':
        // That there is a notice for somebody else is nobody's business.
        if (command.data.by !== state.person) return reject('notification.unknown', 'There is no such notice.');
        return state.read ? [] : [{ type: 'NoticeRead', data: { id, at: command.data.at } }];
      case 'MarkMailed':
        return state.mailed ? [] : [{ type: 'NoticeMailed', data: { id, ...command.data } }];
      case 'MarkMailFailed':
        return state.mailed ? [] : [{ type: 'NoticeMailFailed', data: { id, ...command.data } }];
    }
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'NoticeRaised':
        return { status: 'raised', id: data.id, person: data.person, codes: [data.code], read: false, mailed: false };
      case 'NoticeSuperseded':
        return state.status === 'absent' ? state : { ...state, codes: [...state.codes, data.code] };
      case 'NoticeRead':
        return state.status === 'absent' ? state : { ...state, read: true };
      case 'NoticeMailed':
        return state.status === 'absent' ? state : { ...state, mailed: true };
      case 'NoticeMailFailed':
        return state;
    }
  },
};
