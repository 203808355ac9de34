import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/schema';
import { EstimatedHeights } from './estimated-height';

const annotation = (id: string, comment: string): Annotation => ({
  id,
  kind: 'remark',
  target: [
    { type: 'TextPositionSelector', start: 0, end: 5 },
    { type: 'TextQuoteSelector', exact: 'Trade', prefix: '', suffix: '' },
  ],
  state: 'exact',
  comment,
  author: '',
  created: '2026-01-01T08:00:00.000Z',
  updated: '2026-01-01T08:00:00.000Z',
  resolved: null,
  replies: [],
});

describe('EstimatedHeights', () => {
  it('reckons more for more words, and for those of the passage where they are shown', () => {
    const [short, long] = [annotation('a', 'Brief.'), annotation('b', 'Not brief. '.repeat(20))];
    const beside = new EstimatedHeights(false);
    expect(beside.of(long)).toBeGreaterThan(beside.of(short));
    expect(new EstimatedHeights(true).of(short)).toBeGreaterThan(beside.of(short));
  });

  it('learns from what has been measured', () => {
    const heights = new EstimatedHeights(false);
    const [first, second] = [
      annotation('a', 'Up 12 %.'),
      annotation('b', 'Down 13 %, and more of the like.'),
    ];
    const [before, other] = [heights.of(first), heights.of(second)];
    heights.learn('a', before + 27);
    expect(heights.of(second)).toBe(other + 27);
  });
});
