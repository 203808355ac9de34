import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMarkdown } from './markdown';
import { plainProse } from './plain-prose';

const line = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          'trade',
          'рост',
          '21 %',
          '— and',
          '«so»',
          'a-b',
          '3.5',
          '!',
          '#',
          '> x',
          '= =',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('  ', '\u00a0', '---', '1. ', '$x^2$', ':x:', 'http:', 'a.b.c', '](', '"'),
      },
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '));
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', '')), { maxLength: 8 })
  .map((lines) => lines.flat().join(''));

it('says of prose what reading the Markdown says', () => {
  let prose = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      const plain = plainProse(markdown);
      if (plain === null) return;
      prose += 1;
      expect(plain).toBe(parseMarkdown(markdown).text);
    }),
    { numRuns: 5000 },
  );
  expect(prose).toBeGreaterThan(500);
});

it('takes an article for prose', () => {
  expect(plainProse('MINSK, 6 April (BelTA) - Trade rose 21%.\nIt was so.\n\nThe end: “good”.\n')).toBe(
    'MINSK, 6 April (BelTA) - Trade rose 21%. It was so.\nThe end: “good”.',
  );
});

it.each([
  '# Heading',
  '- item',
  '1. item',
  '    code',
  'a *b*',
  'a_b_',
  'see [it](x)',
  'a\n===',
  'a  \nb',
  'www.x.org',
  'http://x.org',
  'a@b.org',
  '&amp;',
  '<b>',
  'a\\*',
  '| a | b |\n|-|-|',
  '~~no~~',
  '\ta',
  'a\u2028b',
])('leaves %j to the reader of Markdown', (markdown) => {
  expect(plainProse(markdown)).toBeNull();
});
