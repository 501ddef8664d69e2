import { policy } from '@app/event-store';
import type { NoticeEvent } from '@app/domain/notification';
import type { PolicyDeps } from './deps.js';
import { namedIn, sayNotice } from './say-notice.js';

/** Whatever stands in the application is written to the person as well, in his language. */
export const noticesAreMailed = policy<NoticeEvent, PolicyDeps>({
  name: 'notices-are-mailed',
  on: {
    NoticeRaised: async (event, { contactOf, facts, mail, words, baseUrl }) => {
      const { id, person, link, at } = event.data;
      const contact = await contactOf(person);
      if (!contact) return;
      const { name, email, language } = contact;
      const text = sayNotice(words, language, event.data, await facts.people(namedIn([event.data])));
      const body = words('mail-body', language, { name, text, link: `${baseUrl}${link}` });
      await mail.post({ id, person, to: email, subject: words('mail-subject', language, { title: text }), text: body, at });
    },
  },
});
