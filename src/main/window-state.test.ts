import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWindowState, parseWindowState } from './window-state';

const usual = { bounds: null, maximized: false, theme: 'system', folder: null };
let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'window-state-'));
});
afterEach(() => rmSync(data, { recursive: true }));

describe('openWindowState', () => {
  it('remembers from start to start and leaves no temporary file', () => {
    const bounds = { x: -10, y: 20, width: 1000, height: 700 };
    openWindowState(data).change({ bounds, theme: 'dark' });
    expect(openWindowState(data).get()).toEqual({ ...usual, bounds, theme: 'dark' });
    expect(readdirSync(data)).toEqual(['window.json']);
  });

  it('begins as usual when there is nothing or nothing readable', () => {
    expect(openWindowState(data).get()).toEqual(usual);
    writeFileSync(path.join(data, 'window.json'), '{"bounds":');
    expect(openWindowState(data).get()).toEqual(usual);
  });

  it('does not fail where it cannot write', () => {
    writeFileSync(path.join(data, 'file'), '');
    const state = openWindowState(path.join(data, 'file'));
    state.change({ maximized: true });
    expect(state.get().maximized).toBe(true);
  });
});

describe('parseWindowState', () => {
  it.each([
    null,
    7,
    'text',
    [],
    { bounds: { x: 'left' } },
    { bounds: { x: 1e12, y: 0, width: 1, height: 1 } },
    { theme: 'pink' },
  ])('takes nothing from %j', (stored) => {
    expect(parseWindowState(stored)).toEqual(usual);
  });
});
