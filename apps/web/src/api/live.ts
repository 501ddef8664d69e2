import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Which cached answers a topic makes old. A topic that is not listed makes all of them old. */
const keysByTopic: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^notice|notification/, ['notices']],
  [/^obligation/, ['obligations']],
  [/review|audit/, ['reviews']],
  [/inbox/, ['inbox']],
  [/staffing|person|post|unit/, ['employees', 'positions', 'map']],
  [/mutation|proposal/, ['inbox', 'proposals', 'proposal', 'timeline', 'eligibility', 'reviews']],
  [/import/, ['import']],
  [/clock/, []],
];

const keysOf = (topic: string): readonly string[] | undefined => keysByTopic.find(([pattern]) => pattern.test(topic))?.[1];
const GatherMs = 250;

/** One EventSource for the page; what the topics touch is fetched again, gathered over a quarter of a second. */
export const useLive = (signedIn: boolean): 'live' | 'connecting' => {
  const client = useQueryClient();
  const [state, setState] = useState<'live' | 'connecting'>('connecting');

  useEffect(() => {
    if (!signedIn) return;
    const source = new EventSource('/api/events');
    const gathered = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const all = gathered.has('*');
      const keys = [...gathered];
      gathered.clear();
      void client.invalidateQueries({ predicate: ({ queryKey }) => all || keys.includes(String(queryKey[0])) });
    };
    const receive = ({ data }: MessageEvent<string>) => {
      for (const key of topicKeys(data)) gathered.add(key);
      if (gathered.size > 0) timer ??= setTimeout(flush, GatherMs);
    };
    source.addEventListener('message', receive);
    source.addEventListener('open', () => setState('live'));
    source.addEventListener('error', () => setState('connecting'));
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [client, signedIn]);

  return state;
};

const topicKeys = (data: string): readonly string[] => {
  try {
    const message: unknown = JSON.parse(data);
    const topic = typeof message === 'object' && message !== null && 'topic' in message ? String(message.topic) : '';
    return topic === '' ? [] : (keysOf(topic) ?? ['*']);
  } catch {
    return [];
  }
};
