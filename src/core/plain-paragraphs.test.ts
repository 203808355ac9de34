import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainParagraphs } from './plain-paragraphs';

const LOREM =
  'The parties agreed to expand their cooperation in industry, education, science and culture, and will continue to take part in procedures announced for the purchase of special equipment.';

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

describe('the paragraphs of a plain text', () => {
  it('are its lines', () => {
    expect(plainParagraphs('One.\r\nTwo.\rThree.\u2028Four.\n')).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  it.each([65, 72, 80])('are joined where they were wrapped at %i characters', (width) => {
    const text = [LOREM, 'Short one.', `${LOREM} ${LOREM}`].map((each) => wrap(each, width)).join('\n\n');
    expect(plainParagraphs(text)).toEqual([LOREM, 'Short one.', `${LOREM} ${LOREM}`]);
  });

  it('stay lines where they were not wrapped: verses, addresses, lists', () => {
    const verses =
      'A first line of a poem, shorter\nA second line that is somewhat longer\nThird\nA fourth line again';
    expect(plainParagraphs(verses)).toHaveLength(4);
    const list = `${wrap(LOREM, 72)}\n- first item of a list\n- second item of a list`;
    expect(plainParagraphs(list)).toEqual([LOREM, '- first item of a list', '- second item of a list']);
  });

  it('keep a hyphen at the end of a line with its word', () => {
    const text = wrap(`${LOREM} ${LOREM}`, 70).replace(/(\p{L})\n/u, '$1-\n');
    expect(plainParagraphs(text).join(' ')).toMatch(/\p{L}-\p{L}/u);
  });

  it('hold every word in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 120 })), (lines) => {
        const words = (text: string): string => text.replace(/\s+/g, '');
        const text = lines.join('\n');
        expect(words(plainParagraphs(text).join(''))).toBe(words(text.replaceAll('\u0085', '')));
      }),
    );
  });
});
