import { describe, expect, it } from 'vitest';
import type { Block, Inline } from './document';
import { escapeParagraph, parseMarkdown, plainText } from './markdown';

/** The numbers that a text refers to, in their order. */
function references(blocks: readonly Block[]): number[] {
  const of = (inlines: readonly Inline[]): number[] =>
    inlines.flatMap((inline) => {
      if (inline.type === 'footnote') return [inline.number];
      return 'children' in inline ? of(inline.children) : [];
    });
  return blocks.flatMap((block) => {
    if (block.type === 'quote') return references(block.blocks);
    if (block.type === 'list') return block.items.flatMap((item) => references(item.blocks));
    if (block.type === 'table')
      return [block.header, ...block.rows].flat().flatMap(({ children }) => of(children));
    return 'children' in block ? of(block.children) : [];
  });
}

describe('footnotes', () => {
  it('are numbered as the text refers to them, whatever they are called and wherever they stand', () => {
    const { blocks, text } = parseMarkdown(
      '[^b]: Second.\n\nOne[^a] and *two[^b]*, again[^a].\n\n[^a]: First.',
    );
    expect(references(blocks)).toEqual([1, 2, 1]);
    expect(text).toBe('One and two, again.\nFirst.\nSecond.');
    expect(blocks.at(-1)).toMatchObject({ type: 'footnotes', items: [{ number: 1 }, { number: 2 }] });
  });

  it('are found in lists, quotations, tables and headings', () => {
    const markdown =
      '# A[^1]\n\n- b[^2]\n\n> c[^3]\n\n| d[^4] |\n|---|\n| e[^1] |\n\n[^1]: 1\n[^2]: 2\n[^3]: 3\n[^4]: 4';
    expect(references(parseMarkdown(markdown).blocks)).toEqual([1, 2, 3, 4, 1]);
    expect(plainText(markdown)).toBe('A\nb\nc\nd\ne\n1\n2\n3\n4');
  });

  it('go on in lines that follow at once, and in paragraphs that are set in', () => {
    const markdown =
      'A[^1]\n\n[^1]: First line\ngoes on.\n\n    Second paragraph.\n\n    - an item\n\nNot of it.';
    expect(plainText(markdown)).toBe('A\nNot of it.\nFirst line goes on.\nSecond paragraph.\nan item');
  });

  it.each([
    ['nothing refers to', 'A\n\n[^1]: Alone.', 'A\n[^1]: Alone.'],
    ['is not there', 'A[^1].', 'A[^1].'],
    ['is there a second time', 'A[^1]\n\n[^1]: One.\n\n[^1]: Two.', 'A\n[^1]: Two.\nOne.'],
    ['another footnote refers to', 'A[^1]\n\n[^1]: One[^2].\n\n[^2]: Two.', 'A\n[^2]: Two.\nOne[^2].'],
    ['is defined in another', 'A[^1]\n\n[^1]: [^2]: Two', 'A\n[^2]: Two'],
    ['stands in code', '`[^1]`\n\n[^1]: One', '[^1]\n[^1]: One'],
  ])('one that %s stands as it is written', (_, markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('are not made of the words of a plain text', () => {
    const words = ['See[^1]', '[^1]: what it says'];
    expect(plainText(words.map(escapeParagraph).join('\n\n'))).toBe(words.join('\n'));
  });

  it('of hostile text take no time', () => {
    const markdown = `${'[^1]'.repeat(20_000)}\n\n${'[^1]: [^1]:'.repeat(5000)}\n${'\n    x'.repeat(5000)}`;
    expect(plainText(markdown).length).toBeGreaterThan(0);
  });
});
