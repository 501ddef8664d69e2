import { Rejection } from '@app/decider';
import { codes, reject } from './refusals.js';
import { texts } from './texts.js';

describe('the engine’s words', () => {
  it('are there in both languages for every refusal', () => {
    const words: Readonly<Record<string, { id: string; en: string }>> = texts;
    expect(codes.filter((code) => !words[code]?.id || !words[code]?.en)).toEqual([]);
    expect(reject('workflow.closed', 'x')).toBeInstanceOf(Rejection);
  });

  it('leave the same gaps in both languages', () => {
    // A word that is different in each language has a name for each: `changedId`, `changedEn`.
    const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name.replace(/En$/, 'Id')).sort();
    const uneven = Object.entries(texts).filter(([, { id, en }]) => gaps(id).join() !== gaps(en).join());
    expect(uneven).toEqual([]);
  });
});
