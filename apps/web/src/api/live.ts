import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const ofCases = ['inbox', 'proposals', 'proposal', 'cases', 'case', 'timeline', 'eligibility'];

/** Which cached answers a topic makes old. Topics are the names of projections; one that is not listed makes all answers old. */
const keysByTopic: Readonly<Record<string, readonly string[]>> = {
  mutation_proposals: ofCases,
  case_list: ['inbox', 'cases', 'case', 'timeline'],
  case_inbox: ['inbox', 'proposal', 'case', 'timeline'],
  mutation_documents: ['proposal', 'timeline'],
  mutation_claims: ['positions'],
  staffing_units: ['units', 'map'],
  staffing_posts: ['positions', 'map'],
  staffing_people: ['employees', 'map', 'eligibility'],
  staffing_assignments: ['employees', 'positions', 'map'],
  performance_predicates: ['map'],
  training_records: [],
  identity_grants: ['me', 'proposal'],
  identity_substitutes: ['me', 'proposal', 'substitutes'],
  obligations: ['obligations'],
  notices: ['notices'],
  audit_reviews: ['reviews'],
  due_instants: [],
};

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
    return topic === '' ? [] : (keysByTopic[topic] ?? ['*']);
  } catch {
    return [];
  }
};
