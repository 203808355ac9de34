import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from './document';
import { escapeParagraph, parseMarkdown, plainText } from './markdown';

/** The leaves of a tree, in order, as what they are and where they start. */
function leaves(blocks: readonly Block[]): { text: string; start: number }[] {
  const ofInlines = (inlines: readonly Inline[]): { text: string; start: number }[] =>
    inlines.flatMap((inline) => {
      if ('children' in inline) return ofInlines(inline.children);
      if (inline.type === 'footnote') return [];
      return inline.type === 'break' ? [{ text: '\n', start: inline.start }] : [inline];
    });
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return ofInlines(block.children);
      case 'quote':
        return leaves(block.blocks);
      case 'list':
        return block.items.flatMap((item) => leaves(item.blocks));
      case 'code':
        return [block];
      case 'table':
        return [block.header, ...block.rows].flat().flatMap((cell) => ofInlines(cell.children));
      case 'footnotes':
        return block.items.flatMap((item) => leaves(item.blocks));
      default:
        return [];
    }
  });
}

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '# ',
        '[^1]',
        '\n\n[^1]: ',
        '[^a]',
        '\n[^a]: ',
        '    ',
        '> ',
        '- ',
        '1. ',
        '- [ ] ',
        '**',
        '_',
        '~~',
        '`',
        '```\n',
        '| a | b |\n|---|---|\n| 1 | 2 |\n',
      ),
      fc.constantFrom(
        '[a](https://x.y)',
        '![b](z.png)',
        '<b>',
        '<!-- c -->',
        '<br>',
        '&amp;',
        '\\*',
        '\n',
        '\n\n',
        '    ',
        '---\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('the document of a Markdown text', () => {
  it('has its leaves where they stand in the plain text, in order', () => {
    fc.assert(
      fc.property(markup, (markdown) => {
        const { blocks, text } = parseMarkdown(markdown);
        let end = 0;
        for (const leaf of leaves(blocks)) {
          expect(text.slice(leaf.start, leaf.start + leaf.text.length)).toBe(leaf.text);
          expect(leaf.start).toBeGreaterThanOrEqual(end);
          end = leaf.start + leaf.text.length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['One **two** `three`\nfour', 'One two three four'],
    ['# A\n\n- b\n- c\n\n> d', 'A\nb\nc\nd'],
    ['| a | b |\n|---|---|\n| c | d |', 'a\tb\nc\td'],
    ['a<br>b<script>alert(1)</script>', 'a\nb<script>alert(1)</script>'],
    ['<!-- gone -->\n\nHere', 'Here'],
    ['&amp; &#1071; &nosuch;', '& Я &nosuch;'],
    ['![alt *x*](a.png)', 'alt *x*'],
    ['- [x] done', 'done'],
  ])('%j reads as %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('has no address that leads elsewhere than the web and mail', () => {
    const addresses = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
    ];
    for (const address of addresses) {
      const { blocks } = parseMarkdown(`[a](${address})`);
      expect(JSON.stringify(blocks)).not.toMatch(/"address":"/);
    }
    expect(JSON.stringify(parseMarkdown('[a](https://example.org)').blocks)).toContain(
      'https://example.org/',
    );
  });
});

describe('an escaped paragraph', () => {
  const paragraph = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim();

  it('reads letter for letter, whatever is in it', () => {
    const letters = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'#*_`~[]()<>!|\\-+.1:/@&; aw'), maxLength: 40 }),
      fc.constantFrom(
        '1. a',
        '- a',
        '+ a',
        '# a',
        '> a',
        '---',
        '===',
        '***',
        '[a]: b',
        '<div>',
        '~~~',
        '```',
        'a | b',
      ),
      fc.constantFrom(
        'www.example.org',
        'https://a.b/c_d_e',
        'a@b.org',
        '&amp;',
        '&#38;',
        'C:\\new',
        '8%',
        '“Quote,” he said',
      ),
    );
    fc.assert(
      fc.property(letters.map(paragraph), (words) => {
        fc.pre(words !== '');
        const { blocks, text } = parseMarkdown(escapeParagraph(words));
        expect(text).toBe(words);
        expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same among others', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(paragraph);
    fc.assert(
      fc.property(
        fc.array(
          words.filter((text) => text !== ''),
          { maxLength: 6 },
        ),
        (paragraphs) => {
          expect(plainText(paragraphs.map(escapeParagraph).join('\n\n'))).toBe(paragraphs.join('\n'));
        },
      ),
    );
  });

  it('is left as it is where that reads the same', () => {
    expect(escapeParagraph('Minsk Tractor Plant [MTZ trademark] has plans.')).not.toContain('\\');
  });
});
