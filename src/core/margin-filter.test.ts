import { describe, expect, it } from 'vitest';
import { choicesOf, filtered, isFiltering, NO_FILTER, passes, toggled } from './margin-filter';
import { makeAnnotation } from './samples';
import type { Annotation } from './schema';

const AT = '2026-01-01T00:00:00.000Z';
const annotation = (id: string, parts: Partial<Annotation>): Annotation =>
  makeAnnotation({ id, author: 'A', ...parts });
const all = [
  annotation('fact0000', { kind: 'key-fact', comment: 'See #trade/exports', author: '' }),
  annotation('ask00000', { kind: 'question', resolved: AT, comment: 'Not C#, but #Trade' }),
  annotation('ask00001', {
    kind: 'question',
    author: 'B',
    replies: [{ id: 'reply000', author: 'C', created: AT, updated: AT, comment: 'As #region/minsk' }],
  }),
];
const idsOf = (filter = NO_FILTER): string[] => filtered(all, filter).map(({ id }) => id);

describe('a filter of the margin', () => {
  it('of nothing shows all, as the very list', () => {
    expect(filtered(all, NO_FILTER)).toBe(all);
    expect(isFiltering(NO_FILTER)).toBe(false);
  });

  it('shows what has any of the chosen values of each aspect', () => {
    const questions = toggled(NO_FILTER, 'kinds', 'question');
    expect(idsOf(questions)).toEqual(['ask00000', 'ask00001']);
    expect(idsOf(toggled(questions, 'kinds', 'key-fact'))).toEqual(idsOf());
    expect(idsOf(toggled(questions, 'states', 'open'))).toEqual(['ask00001']);
    expect(idsOf(toggled(questions, 'authors', ''))).toEqual([]);
    expect(isFiltering(toggled(questions, 'kinds', 'question'))).toBe(false);
  });

  it('knows the tags that comments and replies mention, with those below them', () => {
    expect(idsOf(toggled(NO_FILTER, 'tags', 'trade/exports'))).toEqual(['fact0000']);
    expect(idsOf(toggled(NO_FILTER, 'tags', 'Trade'))).toEqual(['fact0000', 'ask00000']);
    expect(idsOf(toggled(NO_FILTER, 'tags', 'region'))).toEqual(['ask00001']);
    expect(passes(annotation('none0000', {}), toggled(NO_FILTER, 'tags', 'region'))).toBe(false);
  });

  it('offers what there is, each with how many it would show', () => {
    const shown = (filter = NO_FILTER): string[][] =>
      choicesOf(all, filter).map((group) =>
        group.map(({ value, count, isChosen }) => `${isChosen ? '✓' : ''}${value} ${count}`),
      );
    expect(shown()).toEqual([
      ['key-fact 1', 'question 2'],
      ['open 2', 'resolved 1'],
      [' 1', 'A 1', 'B 1'],
      ['region/minsk 1', 'Trade 2', 'trade/exports 1'],
    ]);
    expect(shown(toggled(NO_FILTER, 'kinds', 'question'))).toEqual([
      ['key-fact 1', '✓question 2'],
      ['open 1', 'resolved 1'],
      [' 0', 'A 1', 'B 1'],
      ['region/minsk 1', 'Trade 1', 'trade/exports 0'],
    ]);
  });

  it('offers nothing that all of them have', () => {
    const alike = ['a', 'b'].map((id) => annotation(`${id}0000000`, { comment: id === 'a' ? '#x' : '' }));
    const values = (filter = NO_FILTER) =>
      choicesOf(alike, filter)
        .flat()
        .map(({ value }) => value);
    expect(values()).toEqual(['x']);
    expect(values(toggled(NO_FILTER, 'kinds', 'remark'))).toEqual(['remark', 'x']);
  });

  it('goes on offering what is chosen, though nothing has it any more', () => {
    const filter = toggled(NO_FILTER, 'authors', 'Gone');
    expect(choicesOf(all, filter)[2]).toContainEqual({
      ...{ aspect: 'authors', value: 'Gone', isChosen: true, count: 0 },
    });
  });
});
