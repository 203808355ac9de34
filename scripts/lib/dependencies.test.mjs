import { expect, test } from 'vitest';
import { lacksNothing } from './dependencies.mjs';

const wanted = {
  '': {},
  'node_modules/a': { integrity: 'sha512-a' },
  'node_modules/only-on-mac': { integrity: 'sha512-m', optional: true },
};

test('packages for other systems need not be there', () => {
  expect(lacksNothing(wanted, { 'node_modules/a': { integrity: 'sha512-a' } })).toBe(true);
});

test('another version, a missing package and one too many are noticed', () => {
  expect(lacksNothing(wanted, { 'node_modules/a': { integrity: 'sha512-b' } })).toBe(false);
  expect(lacksNothing(wanted, {})).toBe(false);
  const oneTooMany = {
    'node_modules/a': { integrity: 'sha512-a' },
    'node_modules/b': { integrity: 'sha512-b' },
  };
  expect(lacksNothing(wanted, oneTooMany)).toBe(false);
});
