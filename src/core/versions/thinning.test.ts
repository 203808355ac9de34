import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aged, keptVersions } from './thinning';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const aged = (id: string, at: number, parts: Partial<Aged> = {}): Aged => ({
  id,
  at: new Date(at).toISOString(),
  isLabelled: false,
  isBeside: false,
  ...parts,
});
/** Versions so long ago, oldest first, named by their age. */
const ago = (...ages: number[]): Aged[] => ages.map((age) => aged(String(age), NOW - age));
const kept = (versions: readonly Aged[], now = NOW): string[] => {
  const ids = keptVersions(versions, now);
  return versions.map(({ id }) => id).filter((id) => ids.has(id));
};

const history = fc
  .array(fc.record({ gap: fc.nat(40 * DAY), isLabelled: fc.boolean(), isBeside: fc.boolean() }), {
    maxLength: 60,
  })
  .map((steps) => {
    let at = NOW - steps.reduce((sum, { gap }) => sum + gap, 0);
    return steps.map(({ gap, ...parts }, index) => {
      at += gap;
      return aged(`v${index}`, at, parts);
    });
  });

describe('thinning', () => {
  it('keeps all of the last hour', () => {
    const versions = ago(...Array.from({ length: 61 }, (_, index) => (60 - index) * MINUTE));
    expect(kept(versions)).toHaveLength(61);
  });

  it('keeps the last of each hour for a day, of each day for a month, of each month for ever', () => {
    const day = Array.from({ length: 23 * 12 }, (_, index) => 24 * HOUR - index * 5 * MINUTE - 1);
    // Half of the first hour, 22 whole ones, and the first.
    expect(kept(ago(...day)).length).toBeLessThanOrEqual(25);
    const month = Array.from({ length: 30 * 24 }, (_, index) => 31 * DAY - index * HOUR - 1);
    expect(kept(ago(...month)).length).toBeLessThanOrEqual(33);
    const year = Array.from({ length: 360 }, (_, index) => 400 * DAY - index * DAY);
    expect(kept(ago(...year)).length).toBeLessThanOrEqual(15);
    expect(kept(ago(400 * DAY, 100 * DAY, 100 * DAY - 1, 0))).toEqual([
      String(400 * DAY),
      String(100 * DAY - 1),
      '0',
    ]);
  });

  it('keeps the first, the newest and those with a name for ever', () => {
    fc.assert(
      fc.property(history, fc.nat(2000 * DAY), (versions, later) => {
        const ids = keptVersions(versions, NOW + later);
        const forever = [versions[0], versions.at(-1), ...versions.filter(({ isLabelled }) => isLabelled)];
        for (const one of forever) if (one) expect(ids).toContain(one.id);
        const own = versions.filter(({ isBeside }) => !isBeside);
        if (own.length > 0) expect(ids).toContain(own.at(-1)?.id);
      }),
    );
  });

  it('keeps the same whether it is done often or once', () => {
    fc.assert(
      fc.property(history, fc.nat(400 * DAY), fc.nat(400 * DAY), (versions, first, second) => {
        const early = keptVersions(versions, NOW + first);
        const thinned = versions.filter(({ id }) => early.has(id));
        const late = NOW + first + second;
        expect(kept(thinned, late)).toEqual(kept(versions, late));
      }),
    );
  });

  it('loses nothing of the newest where the clock was set back a year, and when it is right again', () => {
    const before = [aged('a', NOW - 30 * MINUTE), aged('b', NOW - 20 * MINUTE)];
    const back = NOW - 365 * DAY;
    const during = [aged('c', back - 10 * MINUTE), aged('d', back - 5 * MINUTE)];
    expect(kept([...before, ...during], back)).toEqual(['a', 'b', 'c', 'd']);
    const after = [aged('e', NOW - MINUTE)];
    expect(kept([...before, ...during, ...after], NOW)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('does not let what could not be merged take the place of what the note was', () => {
    const versions = [
      aged('first', NOW - 400 * DAY),
      aged('own', NOW - 100 * DAY - 2),
      aged('beside', NOW - 100 * DAY - 1, { isBeside: true }),
      aged('newest', NOW),
    ];
    expect(kept(versions)).toEqual(['first', 'own', 'beside', 'newest']);
  });
});
