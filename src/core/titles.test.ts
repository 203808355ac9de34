import { describe, expect, it } from 'vitest';
import { firstSentence, titleOf } from './titles';

describe('a title', () => {
  it('is the headline, which is then not in the text', () => {
    const text = ['Trade with Vologda grows', 'MINSK, 30 January (BelTA) – Trade grows.'];
    expect(titleOf(text)).toEqual({ title: text[0], rest: [text[1]] });
    expect(titleOf(['What will grow?', 'Trade will grow in the coming year.']).title).toBe('What will grow?');
  });

  it.each([
    [['A sentence with a full stop.', 'Another sentence that is longer than the first one.']],
    [['MINSK, 30 January (BelTA) – Trade', 'Another sentence that is longer than the first one.']],
    [['- an item', 'Another sentence that is longer than the first one.']],
    [['Dear colleague,', 'Another sentence that is longer than the first one.']],
  ])('is not taken out of %j', (text) => {
    expect(titleOf(text).rest).toEqual(text);
  });

  it('is else the first sentence after the dateline', () => {
    expect(firstSentence('MINSK, 30 January (BelTA) – Trade with Vologda is vibrant. It grew by 8%.')).toBe(
      'Trade with Vologda is vibrant',
    );
    expect(firstSentence('It rose to 3.5 million. Then it fell.')).toBe('It rose to 3.5 million');
    expect(firstSentence('Will it grow? Yes.')).toBe('Will it grow?');
  });

  it('is cut at a word, to at most 90 characters', () => {
    const title = firstSentence(`${'Words and '.repeat(30)}more`);
    expect(title.length).toBeLessThanOrEqual(90);
    expect(title).toMatch(/(?:Words|and)…$/);
    expect(firstSentence('x'.repeat(500))).toHaveLength(90);
  });
});
