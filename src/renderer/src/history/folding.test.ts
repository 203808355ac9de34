import { describe, expect, it } from 'vitest';
import { comparedLines } from '../../../core/versions/compare-text';
import { sectionsOf } from './folding';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `Line ${index}`);
const sections = (before: readonly string[], after: readonly string[]) =>
  sectionsOf([...comparedLines(before.join('\n\n'), after.join('\n\n'))]).map(
    ({ isFolded, paragraphs }) => `${isFolded ? 'folded' : 'shown'} ${paragraphs.length}`,
  );

describe('a comparison', () => {
  it('shows what changed, and a paragraph around it', () => {
    const before = numbered(20);
    const after = before.map((line, index) => (index === 10 ? 'Something else' : line));
    // Line 10 that is gone, and what came in its place.
    expect(sections(before, after)).toEqual(['folded 9', 'shown 4', 'folded 8']);
  });

  it('hides no two paragraphs', () => {
    const before = numbered(7);
    expect(sections(before, [...before.slice(0, 3), 'New', ...before.slice(3)])).toEqual([
      'shown 2',
      'shown 3',
      'folded 3',
    ]);
  });

  it('is one section where everything changed', () => {
    expect(sections(['a'], ['b'])).toEqual(['shown 2']);
  });
});
