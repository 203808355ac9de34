import { expect, it } from 'vitest';
import type { Version } from '../../../core/versions/version';
import { causeOf, rowsOf } from './rows';

const version = (at: string, by = 'edit-text'): Version => ({
  version: at,
  at,
  by,
  label: null,
  isBeside: false,
  isNow: false,
});
/** In the time zone of whoever runs the tests. */
const local = (day: number, ...time: number[]): string => new Date(2026, 10, day, ...time).toISOString();

it('versions stand under their days, with seconds only where a minute has several', () => {
  const now = new Date(2026, 10, 24, 12).getTime();
  const versions = [
    version(local(24, 10, 42, 30)),
    version(local(24, 10, 42, 1)),
    version(local(23, 9, 5)),
    version(local(20, 23, 59)),
  ];
  const rows = rowsOf(versions, now).map((row) => (row.type === 'day' ? `# ${row.day}` : row.time));
  expect(rows).toEqual([
    '# Today',
    '10:42:30',
    '10:42:01',
    '# Yesterday',
    '09:05',
    '# Friday, 20 November 2026',
    '23:59',
  ]);
});

it('a version says by what it came about, also where that is not known here', () => {
  expect(causeOf(version(local(24), 'outside'))).toBe('Changed by another program');
  expect(causeOf(version(local(24), 'of-the-future'))).toBe('Changed');
});
