import { describe, expect, it } from 'vitest';
import { spokenComment } from './spoken';

describe('spokenComment', () => {
  it('is what a comment says, without the signs of Markdown', () => {
    expect(spokenComment('The **figure** of [the year](https://example.org/): 21%')).toBe(
      'The figure of the year: 21%',
    );
    expect(spokenComment('# Ask\n\n- rail\n- road')).toBe('Ask\nrail\nroad');
    expect(spokenComment('1. Ask')).toBe('Ask');
  });

  it('is the comment itself where that has no such signs', () => {
    for (const words of ['Rail or road? See #trade/exports', 'Two lines\nof words', '5 - 3 (net)', ''])
      expect(spokenComment(words)).toBe(words);
  });
});
