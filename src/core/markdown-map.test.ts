import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './markdown';
import { mapMarkdown } from './markdown-map';

/** What is written where some words of the plain text stand. */
function writtenOf(markdown: string, words: string): string | null {
  const start = plainText(markdown).indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const found = mapMarkdown(markdown).toMarkdown({ start, end: start + words.length });
  return found && markdown.slice(found.start, found.end);
}

describe('mapMarkdown', () => {
  it.each([
    ['Exports rose.', 'rose'],
    ['One line\nand another.\n\nA second paragraph.', 'second'],
    ['## A heading ##', 'heading'],
    ['Setext\n===', 'Setext'],
    ['Exports **rose** by *a fifth*, ~~not~~ a third.', 'rose'],
    ['***Both*** at once', 'Both'],
    ['[words](https://words.example/words "words") words', 'words'],
    ['a [link *with* marks](https://a.example)', 'with'],
    ['<https://a.example/way>', 'a.example'],
    ['see https://a.example/way for it', 'a.example'],
    ['`code` and ``a ` b``', 'code'],
    ['`code` and ``a ` b``', 'a ` b'],
    ['![alt words](note-image:a "title")', 'alt words'],
    ['- one\n- two\n  - three\n\n    four\n- [ ] five', 'one'],
    ['- one\n- two\n  - three\n\n    four\n- [ ] five', 'three'],
    ['- one\n- two\n  - three\n\n    four\n- [ ] five', 'four'],
    ['- one\n- two\n  - three\n\n    four\n- [x] five', 'five'],
    ['1. one\n2. two **three**', 'three'],
    ['> one\n> two\n> > three\n>\n> - four', 'two'],
    ['> one\n> two\n> > three\n>\n> - four', 'three'],
    ['> one\n> two\n> > three\n>\n> - four', 'four'],
    ['| a | b |\n|---|--:|\n| a | c |\n| **d** | a |', 'c'],
    ['| a | b |\n|---|--:|\n| a | c |\n| **d** | a |', 'd'],
    ['```js\nlet a = 1;\n```', 'let a'],
    ['para\n\n    indented code\n    more', 'more'],
    ['A claim.[^1] More.\n\n[^1]: What it *says*.\n    On a second line.', 'says'],
    ['A claim.[^1] More.\n\n[^1]: What it *says*.\n    On a second line.', 'second'],
  ])('knows where %j has %j', (markdown, words) => {
    expect(writtenOf(markdown, words)).toBe(words);
  });

  it.each([
    ['5 &lt; 6 &amp; 7', '< 6 & 7', '&lt; 6 &amp; 7'],
    ['a \\* b', '* b', '* b'],
    ['one **two** three', 'one two three', 'one **two** three'],
    ['> one\n> two', 'one two', 'one\n> two'],
    ['one\n\ntwo', 'one\ntwo', 'one\n\ntwo'],
    ['| a \\| b | c |\n|---|---|', 'a | b', 'a \\| b'],
    ['a<!-- hidden -->b', 'ab', 'a<!-- hidden -->b'],
    ['a  \nb', 'a\nb', 'a  \nb'],
  ])('takes marks between its words with a passage: %j', (markdown, words, written) => {
    expect(writtenOf(markdown, words)).toBe(written);
  });

  it('tells the last of equal words', () => {
    const markdown = '**no** *no* [no](https://no.example) `no`';
    const map = mapMarkdown(markdown);
    const found = [0, 3, 6, 9].map((start) => map.toMarkdown({ start, end: start + 2 })?.start);
    expect(found).toEqual([2, 8, 13, 38]);
  });

  it('has no place for a passage that nothing is written of', () => {
    expect(mapMarkdown('').toMarkdown({ start: 0, end: 0 })).toBeNull();
    expect(mapMarkdown('a\n\nb').toMarkdown({ start: 1, end: 2 })).toBeNull();
    expect(mapMarkdown('').toPlain(3)).toBe(0);
    expect(mapMarkdown('a **b**').toPlain(99)).toBe(3);
  });

  const word = fc.stringMatching(/^[a-zа-я😀]{1,6}$/u);
  const inline = fc.oneof(
    { weight: 3, arbitrary: word },
    word.map((w) => `**${w}**`),
    word.map((w) => `*${w}*`),
    word.map((w) => `***${w}***`),
    word.map((w) => `~~${w}~~`),
    word.map((w) => `\`${w}\``),
    fc.tuple(word, word).map(([a, b]) => `[${a} **${b}**](https://${a}.example/${b})`),
    word.map((w) => `![${w}](note-image:x "${w}")`),
    word.map((w) => `${w}[^1]`),
    fc.constantFrom('&amp;', '\\*', '&#8211;', '<br>', '<!-- no -->', 'a  \nb', 'https://b.example/b'),
  );
  const prose = fc.array(inline, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
  const block = fc.oneof(
    prose,
    fc.tuple(prose, prose).map(([a, b]) => `${a}\n${b}`),
    prose.map((p) => `## ${p.replaceAll('\n', ' ')}`),
    fc.tuple(prose, prose, prose).map(([a, b, c]) => `- ${a}\n- ${b}\n  - ${c}`.replace(/ {2}\n/g, ' ')),
    fc.tuple(prose, prose).map(([a, b]) => `1. ${a}\n\n   ${b}\n2. [x] ${a}`.replace(/ {2}\n/g, ' ')),
    fc.tuple(prose, prose).map(([a, b]) => `> ${a}\n> ${b}\n>\n> - ${b}`.replace(/ {2}\n/g, ' ')),
    fc
      .tuple(prose, prose)
      .map(([a, b]) => [a, b].map((p) => p.replaceAll('\n', ' ').replaceAll('|', '')))
      .map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} |  |\n| ${a} | ${a} |`),
    word.map((w) => `\`\`\`\n${w}\n  ${w}\n\`\`\``),
    word.map((w) => `    ${w}\n    ${w}`),
  );
  const text = fc
    .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), prose)
    .map(([blocks, note]) => `${blocks.join('\n\n')}\n\n[^1]: ${note.replaceAll('\n', ' ')}`);

  it('finds every character where it is written, and the way back', () => {
    fc.assert(
      fc.property(text, (markdown) => {
        const map = mapMarkdown(markdown);
        const plain = plainText(markdown);
        for (let start = 0; start < plain.length; start += 1) {
          const character = plain.charAt(start);
          const place = map.toMarkdown({ start, end: start + 1 });
          if (!place) {
            // Between blocks nothing is written.
            expect('\n\t').toContain(character);
            continue;
          }
          const written = markdown.slice(place.start, place.end);
          const fits =
            written === character ||
            (/\s/.test(character) && /^(?:\s+|<br>)$/.test(written)) ||
            { '&': '&amp;', '–': '&#8211;' }[character] === written;
          if (!fits)
            throw new Error(
              `${JSON.stringify(character)} at ${start} is held to be ${JSON.stringify(written)}`,
            );
          expect(map.toPlain(place.start)).toBe(start);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is total, and its places are ones of the text', () => {
    const marks = fc.stringMatching(/^[-*_#>`|[\]()!~&;:\\<\d a\n\t]{0,60}$/);
    fc.assert(
      fc.property(marks, fc.nat(80), fc.nat(80), (markdown, one, other) => {
        const map = mapMarkdown(markdown);
        const plain = plainText(markdown);
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        const place = map.toMarkdown({ start, end });
        if (place) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(markdown.length);
        }
        expect(map.toPlain(one)).toBeLessThanOrEqual(plain.length);
      }),
      { numRuns: 2000 },
    );
  });
});
