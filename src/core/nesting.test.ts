import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from './markdown';
import { nestsTooDeep } from './nesting';

describe('what nests too deep', () => {
  const bombs = {
    quotes: `${'>'.repeat(100_000)} x`,
    items: `${'- '.repeat(100_000)}x`,
    numbers: `${'1. '.repeat(50_000)}x`,
    'set in': Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n'),
    emphasis: '*a '.repeat(20_000) + 'a*'.repeat(20_000),
    strikethrough: '~~a '.repeat(20_000) + 'a~~'.repeat(20_000),
  };

  it.each(Object.entries(bombs))('%s: is its characters, and nothing is lost', (_, markdown) => {
    expect(nestsTooDeep(markdown)).toBe(true);
    const { blocks } = parseMarkdown(markdown);
    expect(blocks.every(({ type }) => type === 'paragraph')).toBe(true);
    expect(plainText(markdown).replace(/\s/g, '')).toBe(markdown.replace(/\s/g, ''));
  });

  it.each([
    ['a rule', '- '.repeat(70)],
    ['a rule of stars', `${'* '.repeat(70)}\n\ntext`],
    ['emphasis that follows on emphasis', '*a* **b** ~~c~~ '.repeat(500)],
    ['stars as bullets', '* item\n'.repeat(500)],
    ['a list in lists', Array.from({ length: 20 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n')],
    ['names with underscores', 'a_b_c '.repeat(500)],
    ['brackets', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('is not %s', (_, markdown) => {
    expect(nestsTooDeep(markdown)).toBe(false);
  });
});
