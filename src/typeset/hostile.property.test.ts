import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../core/schema';
import { LAYOUTS, type LayoutId } from '../core/vocabulary';
import { annotate, makeNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

/** What might run, reach out, stand where it does not belong, or push something else away. */
const WORDS = [
  '#panic("ran")',
  '#set page(footer: none)',
  '#place(top)[OFFICIAL]',
  '#read("/etc/passwd")',
  '#link("file:///etc/passwd")[x]',
  '] #pagebreak() [',
  '$ x^2 $ = Heading <label> @label',
  '\\u{23}eval',
  'Page 9 of 9',
  'TOP SECRET',
  '\u202eevil\u202c',
  '\u2066\u2067\u2068',
  '\u200b\u200d\ufeff\u00ad',
  '\u0000\u0007\u001b[31m',
  '\ud800',
  '\f\v\u2028\u2029\u0085',
  'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧 🏴‍☠️',
  'x'.repeat(400),
  '\n\n\n\n',
  '\t\t\t\t',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](file:///etc/passwd)',
  '[x](briefing-passage:0-1-ff0000;)',
  '![x](/etc/passwd)',
  '![x](https://example.org/track.png)',
  '| a | b |\n|---|---|\n| c | d |',
  '[^1]\n\n[^1]: [^1]',
  'plain words',
] as const;
const ADDRESSES = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'briefing-passage:0-1-ff0000;',
  'https://example.org/a',
  '\\\\host\\share',
] as const;

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

interface Hostile {
  readonly text: string;
  readonly other: string;
  readonly comment: string;
  readonly address: string;
}

const hostile: fc.Arbitrary<Hostile> = fc.record({
  text: words,
  other: words,
  comment: words,
  address: fc.constantFrom(...ADDRESSES),
});

function noteOf({ text, other, comment, address }: Hostile): Note {
  const all = `Some words. ${text}`;
  return makeNote({
    title: other,
    text: all,
    tags: [other.slice(0, 60), 'a/b'],
    source: { agency: other, place: comment, author: other, address },
    details: { reference: other, to: other, from: comment, by: other, purpose: other, for: 'decision' },
    annotations: [annotate(all, 'Some words', 'action', comment, { who: other, by: comment, author: other })],
  });
}

/** What was found to leave its place once. */
const FOUND: readonly Hostile[] = [
  { text: 'x', other: '\n\n\n\n', comment: 'x', address: 'javascript:alert(1)' },
  { text: 'x', other: 'TOP\u0085SECRET \f\v', comment: 'x'.repeat(400), address: 'file:///etc/passwd' },
];

const MARKING = 'OFFICIAL-SENSITIVE';

/** Above and below all that is a note's, in points from the edge of the sheet. */
const MARKING_ZONE = 45;
/** Nothing of a note stands nearer to the sides, in points. */
const SIDE = 20;
/** A4. */
const WIDTH = 595;

async function check(note: Note, layout: LayoutId): Promise<void> {
  const result = await typesetNote(note, { layout, marking: MARKING, pdfComments: true });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const pdf = new PdfFile(result);
  for (let page = 1; page <= pdf.pages; page += 1) {
    const all = pdf.words(page);
    const zone = (isIn: (top: number, bottom: number) => boolean): string[] =>
      all.filter(({ top, bottom }) => isIn(top, bottom)).map(({ text }) => text);
    expect(zone((_, bottom) => bottom < MARKING_ZONE)).toEqual([MARKING]);
    expect(zone((top) => top > pdf.height - MARKING_ZONE)).toEqual([MARKING]);
    // The foot counts the pages: its last words are those of the layout.
    const foot = all.filter(({ top }) => top > pdf.height - 70 && top < pdf.height - MARKING_ZONE);
    expect(foot.slice(-4).map(({ text }) => text)).toEqual(['Page', String(page), 'of', String(pdf.pages)]);
    for (const { left, right, text } of all) {
      expect(left, text).toBeGreaterThan(SIDE);
      expect(right, text).toBeLessThan(WIDTH - SIDE);
    }
  }
  for (const [, address] of pdf.links().matchAll(/(\w+:\S*)$/gm))
    expect(address).toMatch(/^(?:https?|mailto):/);
  expect(pdf.raw()).not.toMatch(/\/(?:JavaScript|Launch|SubmitForm|GoToR)\b/);
}

describe('a hostile note', () => {
  it.each(LAYOUTS)(
    'stays in its place, and leads nowhere else: %s',
    async (layout) => {
      await fc.assert(
        fc.asyncProperty(hostile, (each) => check(noteOf(each), layout)),
        { numRuns: 5, endOnFailure: true, examples: FOUND.map((each): [Hostile] => [each]) },
      );
    },
    120_000,
  );
});
