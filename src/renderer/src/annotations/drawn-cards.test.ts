import { describe, expect, it } from 'vitest';
import { type Cards, drawnWith, EVERYWHERE, missingIn, widened } from './drawn-cards';

const ids = Array.from({ length: 100 }, (_, index) => `c${index}`);
const places = new Map(ids.map((id, index) => [id, { top: index * 100, bottom: index * 100 + 90 }]));
const cards = (drawn: Cards['drawn']): Cards => ({ ids, places, drawn });
const sight = { top: 5000, bottom: 5500 };

describe('missingIn', () => {
  it('names those of a stretch that are not drawn, the nearest to what is seen first', () => {
    const drawn = new Set(['c50', 'c52', 'c53', 'c54']);
    expect(missingIn(cards(drawn), widened(sight, 0.5), sight)).toEqual([
      'c51',
      'c55',
      'c49',
      'c56',
      'c48',
      'c57',
      'c47',
    ]);
  });

  it('names none where all are drawn', () => {
    expect(missingIn(cards(null), EVERYWHERE, sight)).toEqual([]);
  });
});

describe('drawnWith', () => {
  it('keeps what is near, and always the first, the last and those around the one with the focus', () => {
    const drawn = new Set(['c10', 'c49', 'c52']);
    const next = drawnWith(cards(drawn), { more: ['c51'], near: widened(sight, 1), focused: 'c20' });
    expect([...next]).toEqual(['c0', 'c19', 'c20', 'c21', 'c49', 'c51', 'c52', 'c99']);
  });

  it('of many that were all drawn keeps those that are near', () => {
    const next = drawnWith(cards(null), { more: [], near: sight, focused: null });
    expect([...next]).toEqual(['c0', 'c50', 'c51', 'c52', 'c53', 'c54', 'c99']);
  });
});
