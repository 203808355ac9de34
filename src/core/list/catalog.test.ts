import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNote, summarise } from '../note';
import { comparison, type Order, pinnedFirst } from '../order';
import type { NoteSummary } from '../schema';
import { tagTree } from '../tag-counts';
import { SORT_KEYS } from '../vocabulary';
import { Catalog, type Shown } from './catalog';
import { PLACES, type Place, placeFits } from './place';

const order: fc.Arbitrary<Order> = fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() });
const place: fc.Arbitrary<Place> = fc.constantFrom(
  ...PLACES.map((type): Place => ({ type })),
  { type: 'tag', tag: 'A' },
  { type: 'tag', tag: 'a/b' },
);
const id = fc.integer({ min: 0, max: 30 }).map((number) => `0note0${String(number).padStart(2, '0')}`);
const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`);
const row: fc.Arbitrary<NoteSummary> = fc
  .record({
    id,
    title: fc.constantFrom('', 'a', 'B', 'note 2', 'note 10'),
    updated: day,
    date: fc.option(day, { nil: undefined }),
    tags: fc.constantFrom<string[]>([], ['a'], ['a/b', 'c'], ['ab']),
    pinned: fc.boolean(),
    archived: fc.boolean(),
    trashed: fc.constantFrom(null, null, '2026-02-01T00:00:00.000Z'),
  })
  .map(({ id, updated, date, ...parts }) =>
    summarise({
      ...newNote(id, `${updated}T00:00:00.000Z`, parts),
      source: date === undefined ? {} : { date },
    }),
  );

/** As one would do it without caring for time. */
function plainly(rows: readonly NoteSummary[], { place, found, order }: Shown): string[] {
  const compare = comparison(order, 'en');
  const isFirst = found === null && (place.type === 'all' || place.type === 'tag');
  return rows
    .filter((note) => placeFits(place)(note) && (!found || found.has(note.id)))
    .toSorted(isFirst ? pinnedFirst(compare) : compare)
    .map((note) => note.id);
}

describe('the catalog, after any changes,', () => {
  const step = fc.oneof(
    fc.record({ come: fc.array(row, { maxLength: 80 }), gone: fc.array(id, { maxLength: 10 }) }),
    fc.record({ place, order, found: fc.option(fc.uniqueArray(id).map((ids) => new Set(ids))) }),
  );

  it('lists and counts what a look at all rows would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const catalog = new Catalog('en');
        const rows = new Map<string, NoteSummary>();
        let shown: Shown = {
          place: { type: 'all' },
          found: null,
          order: { by: 'updated', descending: true },
        };
        for (const one of steps) {
          if ('come' in one) {
            const removed = one.gone.filter((gone) => !one.come.some((come) => come.id === gone));
            catalog.change(one.come, removed);
            for (const each of removed) rows.delete(each);
            for (const each of one.come) rows.set(each.id, each);
          } else {
            shown = one;
            catalog.show(shown);
          }
          const all = [...rows.values()];
          expect(catalog.listed.map((note) => note.id)).toEqual(plainly(all, shown));
          for (const [at, note] of catalog.listed.entries()) expect(catalog.indexOf(note.id)).toBe(at);
          for (const type of PLACES)
            expect(catalog.counts[type]).toBe(all.filter(placeFits({ type })).length);
          expect(catalog.tags).toEqual(
            tagTree(all.filter(placeFits({ type: 'all' })).map(({ tags }) => tags)),
          );
          expect(catalog.knownTags).toEqual(tagTree(all.map(({ tags }) => tags)));
        }
      }),
    );
  });
});

it('what is counted stays the same object while only words change', () => {
  const catalog = new Catalog('en');
  const note = newNote('0note000', '2026-01-01T00:00:00.000Z', { title: 'A', tags: ['a'] });
  catalog.change([summarise(note)]);
  const { counts, tags } = catalog;
  expect(catalog.change([summarise({ ...note, title: 'B' })])).toBe(true);
  expect(catalog.counts).toBe(counts);
  expect(catalog.tags).toBe(tags);
});
