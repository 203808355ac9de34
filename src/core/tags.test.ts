import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTags, isWithin, parseTag, renameTag, sameTag } from './tags';

const spelled = (typed: string): string => {
  const tag = parseTag(typed);
  return tag.ok ? tag.value : `refused: ${tag.error.details.why}`;
};

describe('a tag', () => {
  it.each([
    [' Trade / exports ', 'Trade/exports'],
    ['#region/Vologda   Oblast', 'region/Vologda Oblast'],
    ['🇧🇾/🚜', '🇧🇾/🚜'],
    ['торговля/экспорт', 'торговля/экспорт'],
    ['e\u0301', 'é'],
    ['   ', 'refused: empty'],
    ['trade//exports', 'refused: empty'],
    ['/', 'refused: empty'],
    ['###', 'refused: empty'],
    ['a\u0007b', 'refused: characters'],
    ['x'.repeat(500), 'refused: long'],
    ['x'.repeat(120), 'x'.repeat(120)],
  ])('%j → %j', (typed, tag) => {
    expect(spelled(typed)).toBe(tag);
  });

  it('has one spelling: read again it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const tag = parseTag(typed);
        if (tag.ok) expect(parseTag(tag.value)).toEqual(tag);
      }),
    );
  });

  it('is the same in any case, and lies within its parents only', () => {
    expect(sameTag('Trade', 'trade')).toBe(true);
    expect(isWithin('trade/exports', 'Trade')).toBe(true);
    expect(isWithin('trade', 'trade/exports')).toBe(false);
    expect(isWithin('trademarks', 'trade')).toBe(false);
  });
});

describe('tags after a change', () => {
  it('are sorted, each once', () => {
    expect(changeTags(['b', 'a/2'], { add: ['a/10', 'B', 'a'], remove: ['c'] })).toEqual([
      'a',
      'a/2',
      'a/10',
      'b',
    ]);
    expect(changeTags(['b', 'a'], { add: [], remove: ['A'] })).toEqual(['b']);
  });

  it('stay as they are when the same change is made again', () => {
    const tags = fc.array(fc.constantFrom('a', 'A', 'a/b', 'b', 'c/d', 'я'));
    fc.assert(
      fc.property(tags, tags, tags, (before, add, remove) => {
        const once = changeTags(before, { add, remove });
        expect(changeTags(once, { add, remove })).toEqual(once);
      }),
    );
  });
});

describe('a tag that is renamed', () => {
  const renamed = (tags: string[], from: string, to: string) => {
    const result = renameTag(tags, { from, to });
    return result.ok ? result.value : result.error.code;
  };

  it('takes what stands below it along, and nothing else', () => {
    expect(renamed(['trade', 'Trade/exports', 'trademarks'], 'trade', 'commerce')).toEqual([
      'commerce',
      'commerce/exports',
      'trademarks',
    ]);
    expect(renamed(['trade/exports'], 'trade', 'trade/new')).toEqual(['trade/new/exports']);
    expect(renamed(['a/b/c'], 'a/b', 'b')).toEqual(['b/c']);
  });

  it('becomes one with a tag that is there, and may change its case', () => {
    expect(renamed(['a', 'b'], 'a', 'b')).toEqual(['b']);
    expect(renamed(['a/x', 'b/x'], 'a', 'B')).toEqual(['b/x']);
    expect(renamed(['trade/x'], 'trade', 'Trade')).toEqual(['Trade/x']);
  });

  it('is refused where a name below it would be too long', () => {
    expect(renamed([`a/${'x'.repeat(100)}`], 'a', 'y'.repeat(30))).toBe('tag-invalid');
    expect(renamed(['a'], 'a', ' / ')).toBe('tag-invalid');
  });
});
