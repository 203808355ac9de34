import { expect, test } from 'vitest';
import { describe } from './anchor';
import { candidatesOf } from './candidates';
import type { Annotation } from './schema';

const annotation = (target: Annotation['target'], state: Annotation['state']): Annotation => ({
  id: '0mwu6eu3o000tyoz95kj',
  kind: 'remark',
  target,
  state,
  comment: '',
  author: '',
  created: '2026-01-01T00:00:00.000Z',
  updated: '2026-01-01T00:00:00.000Z',
  resolved: null,
  replies: [],
});

test('the places that fit an ambiguous passage, with the words around them', () => {
  const before = 'One. Exports rose by a fifth. Two.';
  const target = describe(before, 5, 29);
  const text = 'First: Exports rose by a fifth.\nElsewhere. Exports rose by a fifth. Last.';
  const found = candidatesOf(text, annotation(target, 'ambiguous'));
  expect(found.map(({ start }) => start)).toEqual([7, 43]);
  expect(found[0]).toMatchObject({ before: 'First: ', words: 'Exports rose by a fifth.', after: '' });
  expect(found[1]?.after).toBe(' Last.');
});

test('a passage that is known has none', () => {
  const text = 'Exports rose.';
  expect(candidatesOf(text, annotation(describe(text, 0, 7), 'exact'))).toEqual([]);
});
