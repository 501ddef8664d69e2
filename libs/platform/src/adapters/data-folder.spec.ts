import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeDataFolder } from './data-folder.js';
import { beganAt } from './embedded-postgres/process-table.js';

describe('a data folder', () => {
  let parent = '';
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'alur-spec-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  const heldBy = (pid: number, began = beganAt(pid)) => writeFileSync(join(parent, 'alur.lock'), JSON.stringify({ pid, began }));

  it('is refused while another Alur uses it', () => {
    heldBy(process.ppid);
    expect(() => takeDataFolder(parent)).toThrow(`in use by process ${process.ppid}`);
  });

  it('is taken over from a process that is gone, also when its number belongs to another one now', () => {
    heldBy(2 ** 22 - 1);
    expect(takeDataFolder(parent).path).toBe(parent);
    heldBy(process.ppid, '1');
    expect(takeDataFolder(parent).path).toBe(parent);
  });

  it('is free again after release', () => {
    takeDataFolder(parent).release();
    heldBy(process.ppid);
    expect(() => takeDataFolder(parent)).toThrow('in use');
  });
});
