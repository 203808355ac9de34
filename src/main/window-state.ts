import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Rectangle } from 'electron';
import type { Theme } from '../core/vocabulary';

/** What the next start needs before the library is open: where the window stood, and in which colours. */
export interface WindowState {
  /** In device-independent pixels; null: not known. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  readonly theme: Theme;
  /** The folder that a file was last taken from or saved to. */
  readonly folder: string | null;
}

export interface WindowStateFile {
  get(): WindowState;
  /** Remembers; a disk that refuses costs nothing but the memory. */
  change(part: Partial<WindowState>): void;
}

const UNKNOWN: WindowState = { bounds: null, maximized: false, theme: 'system', folder: null };

/** @param data the data folder; the state is in its `window.json` */
export function openWindowState(data: string): WindowStateFile {
  const file = path.join(data, 'window.json');
  let state = read(file);
  return {
    get: () => state,
    change(part) {
      const next = { ...state, ...part };
      if (JSON.stringify(next) === JSON.stringify(state)) return;
      state = next;
      write(file, JSON.stringify(next, null, 2));
    },
  };
}

function read(file: string): WindowState {
  try {
    return parseWindowState(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return UNKNOWN;
  }
}

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch {
    // The window then opens in its usual place next time.
  }
}

const THEMES: Readonly<Record<Theme, true>> = { system: true, light: true, dark: true, contrast: true };

/** Takes what is usable of a stored state. By hand: the schemas would have to be loaded before the window opens. */
export function parseWindowState(stored: unknown): WindowState {
  const { bounds, maximized, theme, folder } = fields(stored);
  const { x, y, width, height } = fields(bounds);
  return {
    bounds:
      isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null,
    maximized: maximized === true,
    theme: isTheme(theme) ? theme : 'system',
    folder: typeof folder === 'string' ? folder : null,
  };
}

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const isNumber = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(Number(value)) < 100_000;

const isTheme = (value: unknown): value is Theme => typeof value === 'string' && Object.hasOwn(THEMES, value);
