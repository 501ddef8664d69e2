import { describe, expect, it } from '@jest/globals';
import { Closing } from './closing.js';

describe('closing', () => {
  const opened = () => {
    const told: string[] = [];
    const closing = new Closing((what) => told.push(`${what} failed`));
    return { told, closing, open: (what: string) => closing.add(what, () => told.push(what)) };
  };

  it('lets go of what was opened last first, and of everything once', async () => {
    const { told, closing, open } = opened();
    open('database');
    open('http');
    await Promise.all([closing.close(), closing.close()]);
    expect(told).toEqual(['http', 'database']);
  });

  it('goes on after a step that fails', async () => {
    const { told, closing, open } = opened();
    open('database');
    closing.add('http', () => Promise.reject(new Error('in use')));
    await closing.close();
    expect(told).toEqual(['http failed', 'database']);
  });

  it('lets go at once of what is opened when the end has begun', async () => {
    const { told, closing, open } = opened();
    const end = closing.close();
    open('database');
    await end;
    await closing.close();
    expect(told).toEqual(['database']);
  });
});
