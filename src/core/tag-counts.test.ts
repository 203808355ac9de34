import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TagCounts, tagTree } from './tag-counts';
import { changeTags } from './tags';

describe('the tag tree', () => {
  it('counts each note once under every parent', () => {
    const tree = tagTree([['trade/exports', 'trade/imports'], ['trade'], ['region/vologda']]);
    expect(tree.map(({ tag, count }) => [tag, count])).toEqual([
      ['region', 1],
      ['trade', 2],
    ]);
    expect(tree[1]?.children.map(({ name, count }) => [name, count])).toEqual([
      ['exports', 1],
      ['imports', 1],
    ]);
  });

  it('kept up to date is the tree of the notes that are left', () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const tag = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const tags = fc.array(tag, { maxLength: 4 }).map((add) => changeTags([], { add, remove: [] }));
    fc.assert(
      fc.property(fc.array(tags), fc.array(tags), (kept, gone) => {
        const counts = new TagCounts();
        for (const each of gone) counts.add(each);
        for (const each of kept) counts.add(each);
        counts.tree();
        for (const each of gone) counts.remove(each);
        expect(counts.tree()).toEqual(tagTree(kept));
      }),
    );
  });

  it('is the same as long as nothing changes, and shows the last spelling', () => {
    const counts = new TagCounts();
    counts.add(['trade']);
    const before = counts.tree();
    counts.add([]);
    expect(counts.tree()).toBe(before);
    counts.add(['Trade']);
    counts.remove(['trade']);
    expect(counts.tree()).toMatchObject([{ tag: 'Trade', count: 1 }]);
  });
});
