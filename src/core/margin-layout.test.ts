import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layOutMargin,
  layOutPages,
  type MarginCard,
  type MarginColumn,
  type PagedCard,
} from './margin-layout';

const card = (id: string, wanted: number, height: number): MarginCard<string> => ({ id, wanted, height });
const GAP = 10;
/** Sums of many parts are not exact. */
const NEARLY = 1e-6;

describe('layOutMargin', () => {
  it('leaves cards alone that do not meet', () => {
    const tops = layOutMargin([card('a', 0, 20), card('b', 100, 20)], { gap: GAP });
    expect([...tops]).toEqual([
      ['a', 0],
      ['b', 100],
    ]);
  });

  it('shares the way between cards that meet', () => {
    const tops = layOutMargin([card('a', 100, 30), card('b', 100, 30)], { gap: GAP });
    expect([...tops.values()]).toEqual([80, 120]);
  });

  it('does not move above the top, nor below the bottom', () => {
    expect([...layOutMargin([card('a', 5, 30), card('b', 5, 30)], { gap: GAP }).values()]).toEqual([0, 40]);
    const low = layOutMargin([card('a', 95, 30), card('b', 95, 30)], { gap: GAP, bottom: 100 });
    expect([...low.values()]).toEqual([30, 70]);
  });

  it('gives the active card its right place', () => {
    const cards = [card('a', 90, 30), card('b', 100, 30), card('c', 105, 30)];
    expect([...layOutMargin(cards, { gap: GAP, active: 'b' }).values()]).toEqual([60, 100, 140]);
  });

  it('moves the active card down where those before it need the room', () => {
    const cards = [card('a', 0, 30), card('b', 10, 30)];
    expect([...layOutMargin(cards, { gap: GAP, active: 'b' }).values()]).toEqual([0, 40]);
  });

  it('knows nothing of an active card that is not there', () => {
    expect([...layOutMargin([card('a', 7, 3)], { gap: GAP, active: 'z' })]).toEqual([['a', 7]]);
  });

  it('holds cards where they are, and lets the others make room', () => {
    const cards = [card('a', 0, 60), card('b', 50, 30), card('c', 100, 30), card('d', 105, 30)];
    const held = new Map([
      ['b', 80],
      ['c', 120],
    ]);
    expect([...layOutMargin(cards, { gap: GAP, active: 'd', held }).values()]).toEqual([0, 80, 120, 160]);
  });

  it('moves a held card down where those before it need the room', () => {
    const cards = [card('a', 0, 60), card('b', 50, 30)];
    expect([...layOutMargin(cards, { gap: GAP, held: new Map([['b', 50]]) }).values()]).toEqual([0, 70]);
  });

  const cards = fc
    .array(
      fc.record({ wanted: fc.integer({ min: -50, max: 2000 }), height: fc.integer({ min: 1, max: 300 }) }),
      {
        maxLength: 40,
      },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: index })));

  it('never lets cards overlap or change their order, whichever is active and whichever are held', () => {
    const held = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -50, max: 2500 })), { maxLength: 6 });
    fc.assert(
      fc.property(cards, fc.nat(45), held, (all, active, places) => {
        const tops = layOutMargin(all, { gap: GAP, active, held: new Map(places) });
        expect(tops.size).toBe(all.length);
        const ordered = [...all].sort((a, b) => a.wanted - b.wanted);
        let edge = 0;
        for (const { id, height } of ordered) {
          const top = tops.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(edge - NEARLY);
          edge = top + height + GAP;
        }
      }),
    );
  });

  it('holds what another card out of sight cannot reach', () => {
    fc.assert(
      fc.property(cards, fc.nat(39), fc.integer({ min: 1, max: 300 }), (all, which, height) => {
        const before = layOutMargin(all, { gap: GAP });
        const ordered = [...all].sort((a, b) => a.wanted - b.wanted);
        const at = which % (all.length || 1);
        const seen = ordered.slice(at + 1);
        const grown = ordered.map((one, index) => (index === at ? { ...one, height } : one));
        const held = new Map(seen.map(({ id }) => [id, before.get(id) ?? 0]));
        const after = layOutMargin(grown, { gap: GAP, held });
        const needed = grown.slice(0, at + 1).reduce((sum, one) => sum + one.height + GAP, 0);
        // Where there is room at all for what stands above them.
        if ((before.get(seen[0]?.id ?? -1) ?? 0) < needed) return;
        for (const { id } of seen) expect(after.get(id)).toBeCloseTo(before.get(id) ?? Number.NaN, 6);
      }),
    );
  });

  it('keeps within the bottom whenever the cards fit', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: 0, max: 500 }), (all, room) => {
        const needed = all.reduce((sum, { height }) => sum + height + GAP, -GAP);
        const bottom = needed + room;
        const tops = layOutMargin(all, { gap: GAP, bottom });
        for (const { id, height } of all) {
          expect((tops.get(id) ?? Number.NaN) + height).toBeLessThanOrEqual(bottom + NEARLY);
        }
      }),
    );
  });

  it('moves no card that could stand nearer to its passage', () => {
    const cost = (all: readonly MarginCard<number>[], tops: ReadonlyMap<number, number>): number =>
      all.reduce((sum, { id, wanted }) => sum + ((tops.get(id) ?? 0) - wanted) ** 2, 0);
    fc.assert(
      fc.property(cards, fc.nat(40), fc.double({ min: -20, max: 20, noNaN: true }), (all, which, by) => {
        const tops = layOutMargin(all, { gap: GAP });
        const other = new Map(tops);
        const ordered = [...all].sort((a, b) => a.wanted - b.wanted);
        // From one card on, all move together: that never makes cards overlap if they move down.
        for (const { id } of ordered.slice(which)) other.set(id, (other.get(id) ?? 0) + Math.abs(by));
        expect(cost(all, tops)).toBeLessThanOrEqual(cost(all, other) + NEARLY * (1 + cost(all, other)));
      }),
    );
  });
});

describe('layOutPages', () => {
  const columns = (count: number, bottom: number, top = 0): MarginColumn[] =>
    Array.from({ length: count }, () => ({ top, bottom }));
  const paged = (id: number, page: number, wanted: number, height: number): PagedCard<number> => ({
    id,
    page,
    wanted,
    height,
  });

  it('carries cards over to the next page, to its top', () => {
    const { places, left } = layOutPages([paged(1, 0, 50, 60), paged(2, 0, 60, 60), paged(3, 1, 70, 20)], {
      gap: GAP,
      columns: columns(2, 100),
    });
    expect([...places]).toEqual([
      [1, { page: 0, top: 40 }],
      [2, { page: 1, top: 0 }],
      [3, { page: 1, top: 70 }],
    ]);
    expect(left).toEqual([]);
  });

  it('keeps reading order where a later passage begins higher on the page', () => {
    const { places } = layOutPages([paged(1, 0, 50, 10), paged(2, 0, 20, 10)], {
      gap: GAP,
      columns: columns(1, 200),
    });
    expect(places.get(1)?.top).toBeLessThan(places.get(2)?.top ?? 0);
  });

  it('leaves over a card that is taller than the page, and no other', () => {
    const { places, left } = layOutPages([paged(1, 0, 0, 40), paged(2, 0, 0, 400), paged(3, 0, 0, 40)], {
      gap: GAP,
      columns: columns(2, 100),
    });
    expect([...places.keys()]).toEqual([1, 3]);
    expect(left).toEqual([2]);
  });

  it('keeps below the top of a column, such as below the title', () => {
    const { places } = layOutPages([paged(1, 0, 10, 20), paged(2, 0, 20, 20)], {
      gap: GAP,
      columns: columns(1, 200, 50),
    });
    expect([...places.values()]).toEqual([
      { page: 0, top: 50 },
      { page: 0, top: 80 },
    ]);
  });

  it('loses no card, lets none overlap or leave its page, and keeps the order', () => {
    const some = fc.array(
      fc.record({
        page: fc.nat(4),
        wanted: fc.integer({ min: 0, max: 690 }),
        height: fc.integer({ min: 8, max: 400 }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const cards = drawn
          .sort((a, b) => a.page - b.page || a.wanted - b.wanted)
          .map((one, id) => ({ ...one, id }));
        const { places, left } = layOutPages(cards, { gap: GAP, columns: columns(5, 700) });
        expect([...places.keys(), ...left].sort((a, b) => a - b)).toEqual(cards.map(({ id }) => id));
        let edge = { page: 0, bottom: -GAP };
        for (const { id, height, page: own } of cards.slice(0, places.size)) {
          const place = places.get(id);
          if (!place) throw new Error(`card ${id} was passed over`);
          expect(place.page).toBeGreaterThanOrEqual(Math.max(own, edge.page));
          if (place.page > edge.page) edge = { page: place.page, bottom: -GAP };
          expect(place.top).toBeGreaterThanOrEqual(edge.bottom + GAP - NEARLY);
          expect(place.top + height).toBeLessThanOrEqual(700 + NEARLY);
          edge = { page: place.page, bottom: place.top + height };
        }
      }),
    );
  });
});
