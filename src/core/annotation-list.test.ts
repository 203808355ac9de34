import { expect, test } from 'vitest';
import { describe } from './anchor';
import { type AnnotationFilter, listAnnotations, listedOf } from './annotation-list';
import { newNote } from './note';
import type { Annotation, Note } from './schema';

const at = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;
const text = 'Exports rose. Imports fell. MAZ will continue.';

const annotation = (words: string, parts: Partial<Annotation>): Annotation => ({
  id: `0annotation${words.length}`,
  kind: 'remark',
  target: describe(text, text.indexOf(words), text.indexOf(words) + words.length),
  state: 'exact',
  comment: '',
  author: '',
  created: at(1),
  updated: at(1),
  resolved: null,
  replies: [],
  ...parts,
});

const trade = newNote('0note0000000000000001', at(1), {
  title: 'Trade',
  text,
  tags: ['trade/exports'],
  annotations: [
    annotation('Exports rose', { kind: 'key-fact', author: 'A. Reader', created: at(3) }),
    annotation('Imports fell', { kind: 'risk', comment: 'Since when?', resolved: at(4), created: at(2) }),
  ],
});
const plants = newNote('0note0000000000000002', at(1), {
  title: 'Plants',
  text,
  annotations: [annotation('MAZ', { kind: 'key-fact', state: 'orphan', created: at(5) })],
});
const everything: AnnotationFilter = {
  ...{ note: null, kinds: [], state: 'any', author: null, tag: null, query: '', order: 'newest' },
};
const list = (filter: Partial<AnnotationFilter>, notes: readonly Note[] = [trade, plants]) =>
  listAnnotations(notes.flatMap(listedOf), { ...everything, ...filter });
const quotes = (filter: Partial<AnnotationFilter>) => list(filter).annotations.map(({ quote }) => quote);

test('annotations of all notes, by date or by note', () => {
  expect(quotes({})).toEqual(['MAZ', 'Exports rose', 'Imports fell']);
  expect(quotes({ order: 'oldest' })).toEqual(['Imports fell', 'Exports rose', 'MAZ']);
  expect(quotes({ order: 'note' })).toEqual(['MAZ', 'Exports rose', 'Imports fell']);
});

test('each filter narrows the list', () => {
  expect(quotes({ kinds: ['risk'] })).toEqual(['Imports fell']);
  expect(quotes({ state: 'open' })).toEqual(['MAZ', 'Exports rose']);
  expect(quotes({ state: 'resolved' })).toEqual(['Imports fell']);
  expect(quotes({ state: 'lost' })).toEqual(['MAZ']);
  expect(quotes({ author: 'A. Reader' })).toEqual(['Exports rose']);
  expect(quotes({ tag: 'Trade' })).toEqual(['Exports rose', 'Imports fell']);
  expect(quotes({ note: plants.id })).toEqual(['MAZ']);
});

test('words are looked for in quote, comment and title', () => {
  expect(quotes({ query: 'SINCE' })).toEqual(['Imports fell']);
  expect(quotes({ query: 'plants maz' })).toEqual(['MAZ']);
  expect(quotes({ query: 'nothing' })).toEqual([]);
});

test('the numbers tell what another choice would show', () => {
  const { kinds, states, authors } = list({ kinds: ['key-fact'], state: 'open' });
  expect(kinds).toEqual({ 'key-fact': 2, question: 0, action: 0, risk: 0, remark: 0 });
  expect(states).toEqual({ any: 2, open: 2, resolved: 0, lost: 1 });
  expect(authors).toEqual(['', 'A. Reader']);
});

test('notes in the trash have none', () => {
  expect(list({}, [{ ...trade, trashed: at(6) }]).annotations).toEqual([]);
});
