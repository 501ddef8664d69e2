import { describe, expect, it } from '@jest/globals';
import type { Readable } from 'node:stream';
import { LiveFeed } from './live-feed.js';

const readSoFar = async (reader: Readable) => {
  await new Promise((resolve) => setImmediate(resolve));
  return String(reader.read() ?? '');
};

describe('the live feed', () => {
  it('tells every reader the topic and the position, and nothing else', async () => {
    const feed = new LiveFeed();
    const readers = [feed.open(), feed.open()];
    feed.publish('inbox', '17');
    for (const reader of readers)
      expect(await readSoFar(reader)).toContain('id: 17\ndata: {"topic":"inbox","position":"17"}\n\n');
    feed.close();
  });

  it('gives a reader who comes back what it missed', async () => {
    const feed = new LiveFeed();
    for (const position of ['1', '2', '3']) feed.publish('case', position);
    const seen = await readSoFar(feed.open('1'));
    expect(seen).not.toContain('id: 1\n');
    expect(seen).toContain('id: 2\n');
    expect(seen).toContain('id: 3\n');
    feed.close();
  });

  it('tells a reader who was away too long to ask for everything again', async () => {
    const feed = new LiveFeed({ kept: 2 });
    for (const position of ['1', '2', '3', '4', '5']) feed.publish('case', position);
    expect(await readSoFar(feed.open('1'))).toContain('"topic":"*"');
    feed.close();
  });

  it('lets a reader go that does not keep up', async () => {
    const feed = new LiveFeed();
    feed.open();
    for (let position = 0; position < 50_000 && feed.size > 0; position += 1) feed.publish('case', String(position));
    await new Promise((resolve) => setImmediate(resolve));
    expect(feed.size).toBe(0);
    feed.close();
  });
});
