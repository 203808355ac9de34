import { expect, test } from 'vitest';
import { findCycles } from './cycles.mjs';

/**
 * @param {string} path
 * @param {string[]} specifiers
 * @param {boolean} [typeOnly]
 */
function file(path, specifiers, typeOnly = false) {
  return { path, imports: specifiers.map((specifier) => ({ specifier, typeOnly })) };
}

test('a chain is no circle', () => {
  const files = [
    file('src/core/a.ts', ['./b', './c']),
    file('src/core/b.ts', ['./c']),
    file('src/core/c.ts', []),
  ];
  expect(findCycles(files)).toEqual([]);
});

test('a circle is told once, from its first file on', () => {
  const files = [
    file('src/core/entry.ts', ['./c', './b']),
    file('src/core/c.ts', ['./a.js']),
    file('src/core/a.ts', ['./b/index.ts']),
    file('src/core/b/index.ts', ['../c']),
  ];
  expect(findCycles(files)).toEqual([
    {
      file: 'src/core/a.ts',
      subject: 'src/core/b/index.ts → src/core/c.ts → src/core/a.ts',
      rule: 'files do not import each other in a circle',
    },
  ]);
});

test('a file that imports itself is a circle', () => {
  expect(findCycles([file('src/core/a.ts', ['./a'])])).toHaveLength(1);
});

test('types alone make no circle', () => {
  const files = [file('src/core/a.ts', ['./b']), file('src/core/b.ts', ['./a'], true)];
  expect(findCycles(files)).toEqual([]);
});

test('packages and missing files make no circle', () => {
  expect(findCycles([file('src/core/a.ts', ['zod', './gone', './data.json'])])).toEqual([]);
});
