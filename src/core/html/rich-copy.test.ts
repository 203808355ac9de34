import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../markdown';
import { newNote } from '../note';
import type { Note } from '../schema';
import { richCopy } from './rich-copy';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const TEXT = [
  '# Trade',
  'Exports **to the region rose** 21%, [the agency](https://example.org/a) told.',
  '3. One\n4. Two\n    - Inner',
  '> Quoted words',
  '| Year | Share |\n|---|--:|\n| 2024 | 21% |\n| 2023 | 8% |',
  '```\ncode\n```',
].join('\n\n');

const noteOf = (text: string, given: Partial<Note> = {}): Note => ({
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Trade up', text, language: 'en' }),
  ...given,
});

function copied(text: string, words: string) {
  const start = plainText(text).indexOf(words);
  if (start < 0) throw new Error(`no passage “${words}”`);
  return richCopy(noteOf(text), { start, end: start + words.length }, {});
}

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('a passage as formatted text', () => {
  it('keeps bold words and links that it cuts', () => {
    expect(copied(TEXT, 'region rose 21%, the agen')).toEqual({
      html: '<div lang="en"><p><strong>region rose</strong> 21%, <a href="https://example.org/a" rel="noreferrer">the agen</a></p></div>',
      text: 'region rose 21%, the agen',
    });
  });

  it('goes through blocks, and takes nothing else of them', () => {
    expect(copied(TEXT, 'told.\nOne\nTwo').html).toBe(
      '<div lang="en"><p>told.</p><ol start="3"><li>One</li><li>Two</li></ol></div>',
    );
    expect(copied(TEXT, 'Two\nInner').html).toContain(
      '<ol start="4"><li>Two<ul><li>Inner</li></ul></li></ol>',
    );
    expect(copied(TEXT, '2023\t8%').html).toContain(
      '<tbody><tr><td>2023</td><td class="align-right">8%</td></tr>',
    );
  });

  it('takes the image that it ends with', () => {
    const text = `Before ![Pixel](${PIXEL}) after`;
    expect(copied(text, 'Before Pixel').html).toContain('<img');
    expect(copied(text, 'Pixel').html).toContain('<img');
    expect(copied(text, 'after').html).not.toContain('<img');
  });

  it('has the words that are selected, whatever they are', () => {
    const piece = fc.constantFrom(
      '**a b**',
      'c',
      '[d](https://example.org)',
      '`e`',
      '<f>',
      '\n\n',
      '\n\n- g',
      '\n\n> h\n\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join('');
        const plain = plainText(text);
        const [start = 0, end = 0] = [a % (plain.length + 1), b % (plain.length + 1)].sort((x, y) => x - y);
        const { html, text: words } = richCopy(noteOf(text), { start, end }, {});
        expect(wordsOf(html).replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
      }),
    );
  });
});

describe('a note as formatted text', () => {
  it('has its title and source before it, and no annotations', () => {
    const source = { agency: 'BelTA', date: '2025-01-30', address: 'https://example.org/' };
    const { html, text } = richCopy(noteOf('Text with **bold**', { source }), null, {});
    expect(html).toBe(
      '<div lang="en"><h1>Trade up</h1><p>BelTA, 30 January 2025, https://example.org/</p><p>Text with <strong>bold</strong></p></div>',
    );
    expect(text).toBe('Trade up\n\nBelTA, 30 January 2025, https://example.org/\n\nText with bold');
  });
});
