import { beforeEach, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../core/result';
import type { ImportedFile, ImportReport } from '../../shared/contract';
import { importFiles } from './importing';
import { getWindow, setWindow } from './store';

const desk = vi.hoisted(() => {
  const bridge = { call: vi.fn<(method: string) => Promise<Result<ImportReport>>>(), on: vi.fn() };
  vi.stubGlobal('window', { desk: bridge });
  return bridge;
});

const change = {
  ...{ summaries: [], removed: [], notes: [] },
  ...{ operation: null, about: null, undo: null, redo: null },
};
const empty = (name: string): ImportedFile => ({
  file: name,
  error: fail('file-empty', { file: name }).error,
});

beforeEach(() => setWindow({ messages: [] }));

it.each([
  [1, ['1.txt'], /^“1\.txt” is empty/],
  [3, ['1.txt', '2.txt', '3.txt'], /^3 files could not be imported\./],
  [7, ['1.txt', '2.txt', '3.txt', 'And 4 more.'], /^7 files could not be imported\./],
])('failures of an import are told in one message: %i', async (count, named, begin) => {
  const files = Array.from({ length: count }, (_, index) => empty(`${index + 1}.txt`));
  desk.call.mockResolvedValue(ok({ change, files }));
  await importFiles();
  const [message, ...others] = getWindow().messages;
  expect(others).toEqual([]);
  expect(message?.text).toMatch(begin);
  for (const name of named) expect(message?.text).toContain(name);
  expect(message?.text).not.toContain('4.txt');
});

it('an import is under way until all that run have ended', async () => {
  const ends: ((answer: Result<ImportReport>) => void)[] = [];
  desk.call.mockImplementation(() => new Promise((resolve) => void ends.push(resolve)));
  const imports = [importFiles(), importFiles()];
  expect(getWindow().importing).toBe(true);
  ends[0]?.(ok({ change, files: [] }));
  await imports[0];
  expect(getWindow().importing).toBe(true);
  ends[1]?.(ok({ change, files: [] }));
  await imports[1];
  expect(getWindow().importing).toBe(false);
});
