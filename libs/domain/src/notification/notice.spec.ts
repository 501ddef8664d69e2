import { scenariosOf } from '@app/decider/testing';
import type { NoticeEvent } from './events.js';
import { notice, type NoticeCommand } from './notice.js';
import { noticeId } from './notices.js';
import { wordsOf } from './words.js';

const given = scenariosOf(notice);
const at = '2026-03-02T02:00:00.000Z';
const id = noticeId('ani', 'event-7');
const raise = (code = 'case-returned'): NoticeCommand => ({
  type: 'RaiseNotice',
  data: { id, person: 'ani', code, facts: {}, link: '/proposals/1', cause: 'event-7', at },
});
const raised: NoticeEvent = {
  type: 'NoticeRaised',
  data: { id, person: 'ani', code: 'case-returned', facts: {}, link: '/proposals/1', cause: 'event-7', at },
};
const read: NoticeEvent = { type: 'NoticeRead', data: { id, at } };
const mailed: NoticeEvent = { type: 'NoticeMailed', data: { id, messageId: `<${id}@alur>`, attempts: 1, at } };

describe('a notice', () => {
  it('is one for each person and cause', () => {
    expect(noticeId('ani', 'event-7')).toBe(id);
    expect(noticeId('budi', 'event-7')).not.toBe(id);
  });

  it('is raised once', () => {
    given().when(raise()).then(raised);
    given(raised).when(raise()).thenNothing();
  });

  it('records, once, what else the same cause would have said', () => {
    const superseded: NoticeEvent = { type: 'NoticeSuperseded', data: { id, code: 'stage-before-1', at } };
    given(raised).when(raise('stage-before-1')).then(superseded);
    given(raised, superseded).when(raise('stage-before-1')).thenNothing();
  });

  it('is read by its person alone, and for everybody else is not there', () => {
    given(raised)
      .when({ type: 'ReadNotice', data: { by: 'ani', at } })
      .then(read);
    given(raised, read)
      .when({ type: 'ReadNotice', data: { by: 'ani', at } })
      .thenNothing();
    given(raised)
      .when({ type: 'ReadNotice', data: { by: 'budi', at } })
      .thenRejected('notification.unknown');
    given()
      .when({ type: 'ReadNotice', data: { by: 'ani', at } })
      .thenRejected('notification.unknown');
  });

  it('is marked as mailed once, and cannot fail after that', () => {
    given(raised)
      .when({ type: 'MarkMailed', data: { messageId: `<${id}@alur>`, attempts: 1, at } })
      .then(mailed);
    given(raised, mailed)
      .when({ type: 'MarkMailed', data: { messageId: `<${id}@alur>`, attempts: 2, at } })
      .thenNothing();
    given(raised, mailed)
      .when({ type: 'MarkMailFailed', data: { attempts: 2, error: 'away', at } })
      .thenNothing();
  });
});

describe('words', () => {
  const say = wordsOf({ 'a.b': { id: '{{who}} jatuh tempo {{dueOn}}', en: '{{who}} is due on {{dueOn}}' } });

  it('write days out in the language, and leave what stands in a fact alone', () => {
    expect(say('a.b', 'id', { who: '{{dueOn}} & <b>', dueOn: '2026-08-03' })).toBe('{{dueOn}} & <b> jatuh tempo 3 Agustus 2026');
    expect(say('a.b', 'en', { who: 'Ani', dueOn: '2026-08-03' })).toBe('Ani is due on 3 August 2026');
  });

  it('say each of several facts', () => {
    expect(say('a.b', 'en', { who: ['Ani', 'Budi'], dueOn: ['2026-08-03', 7] })).toBe('Ani, Budi is due on 3 August 2026, 7');
  });

  it('say a code that has no text as it is', () => {
    expect(say('x.y', 'id')).toBe('x.y');
  });
});
