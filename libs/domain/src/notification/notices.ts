import { v5 as uuidV5 } from 'uuid';
import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import type { NoticeEvent } from './events.js';
import { notice, type NoticeCommand, type NoticeState } from './notice.js';

const ALUR_NOTICE = uuidV5('notice', uuidV5.DNS);

/** One for each person and cause. */
export const noticeId = (person: string, cause: string): string => uuidV5(`${person}/${cause}`, ALUR_NOTICE);

export const noticeStream = (tenant: string, id: string): string => `${tenant}.notice-${id}`;

/** Carries commands to the streams of notices. */
export class Notices {
  constructor(private readonly transactor: Transactor) {}

  /** @throws Rejection as the decider says */
  execute(id: string, command: NoticeCommand, meta: CommandMeta): Promise<Outcome<NoticeEvent, NoticeState>> {
    const likelyNew = command.type === 'RaiseNotice';
    return this.transactor.transact(noticeStream(meta.tenant, id), notice, command, meta, { likelyNew });
  }
}
