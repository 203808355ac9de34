import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText } from '../core/markdown';
import { newNote } from '../core/note';
import { arbitraryNote } from './arbitrary-note';
import { readNote, writeNote } from './registry';

/** More by `FAST_CHECK_RUNS`, where there is time. */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 200);

const context = (name: string) => ({ name, now: '2026-11-24T10:00:00.000Z', newId: () => '0newid0newid' });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = async (text: string, name = 'file.md') => {
  const imported = await readNote(bytesOf(text), context(name));
  if (!imported.ok) throw new Error(imported.error.code);
  return imported.value;
};
const codes = ({ warnings }: { warnings: readonly { code: string }[] }): string[] =>
  warnings.map(({ code }) => code);

describe('a note that leaves and comes back', () => {
  it.each(['md', 'json'] as const)(
    'as %s is the same note',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(arbitraryNote, async (note) => {
          const written = await writeNote(note, format);
          if (!written.ok) throw new Error(written.error.code);
          const back = await readNote(written.value.value, context(`note.${format}`));
          // Bytes that are mostly control characters are not a text file any more.
          if (!back.ok && back.error.code === 'file-binary') return fc.pre(false);
          expect(back).toEqual({ ok: true, value: { note, warnings: [], withRepeats: null } });
        }),
        { numRuns: RUNS },
      );
    },
    60_000,
  );

  it('is found again where its text was edited outside', async () => {
    const note = newNote('0note0note', '2026-01-01T00:00:00.000Z', {
      title: 'A',
      text: 'Exports rose by 21 % in the year. Imports fell in the same time.',
    });
    const { describe: describePassage } = await import('../core/annotation');
    const target = describePassage(plainText(note.text), 34, 46);
    const annotation = {
      ...({ id: '0ann0ann', kind: 'risk', target, state: 'exact', comment: '', author: '' } as const),
      ...{ created: note.created, updated: note.created, resolved: null, replies: [] },
    };
    const written = await writeNote({ ...note, annotations: [annotation] }, 'md');
    if (!written.ok) throw new Error('not written');
    const file = new TextDecoder()
      .decode(written.value.value)
      .replace('Exports rose', 'Last year exports rose');
    const [back] = (await read(file)).note.annotations;
    expect(back?.target[1].exact).toBe('Imports fell');
    expect(back?.target[0]).toMatchObject({ start: 44, end: 56 });
  });

  it('with line ends that a tool converted is the same text', async () => {
    const note = newNote('0note0note', '2026-01-01T00:00:00.000Z', { title: 'A', text: 'One\n\nTwo' });
    const written = await writeNote(note, 'md');
    if (!written.ok) throw new Error('not written');
    const file = new TextDecoder().decode(written.value.value).replaceAll('\n', '\r\n');
    expect((await read(file)).note).toEqual(note);
  });
});

describe("someone else's front matter", () => {
  it('is understood', async () => {
    const { note, warnings } = await read(
      [
        '---',
        'title: 2024',
        'date: 2024-03-05T10:00:00+03:00',
        'author: [A. Writer, B. Writer]',
        'source: https://example.org/a',
        'tags: "#trade, region / vologda"',
        'layout: post',
        '---',
        'Text of the note.',
      ].join('\n'),
    );
    expect(note).toMatchObject({
      title: '2024',
      tags: ['region/vologda', 'trade'],
      source: { author: 'A. Writer, B. Writer', date: '2024-03-05', address: 'https://example.org/a' },
      text: 'Text of the note.',
    });
    expect(warnings).toEqual([{ code: 'fields-left-out', details: { fields: 'layout' } }]);
  });

  it('may give tags as a list, and an agency as the source', async () => {
    const { note } = await read('---\ntags:\n  - b\n  - a\nsource: BelTA\n---\nText');
    expect(note).toMatchObject({ tags: ['a', 'b'], source: { agency: 'BelTA' } });
  });

  it('that is broken stays in the text', async () => {
    const imported = await read('---\ntitle: "never closed\n---\n\nText of the note.');
    expect(codes(imported)).toEqual(['front-matter-ignored']);
    expect(plainText(imported.note.text)).toContain('title: "never closed');
  });

  it('that unfolds without end is refused', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]']
      .concat('c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]', 'd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]')
      .join('\n');
    expect(codes(await read(`---\n${bomb}\n---\nText`))).toEqual(['front-matter-ignored']);
  });

  it('is not what stands between two rules', async () => {
    const imported = await read('---\nJust words\n---\n\nMore');
    expect(codes(imported)).toEqual([]);
    expect(plainText(imported.note.text)).toContain('Just words');
  });

  it('with annotations that cannot be read says how many', async () => {
    const imported = await read(
      '---\nbriefing-desk: 1\nannotations:\n  - kind: secret\n  - 5\n---\n\nText\n',
    );
    expect(imported.warnings).toEqual([{ code: 'annotation-skipped', details: { count: 2 } }]);
  });
});

describe('a Markdown file', () => {
  it('begins with its title', async () => {
    expect((await read('# The *title*\n\nText')).note).toMatchObject({ title: 'The title', text: 'Text' });
    expect((await read('The title\n=========\n\nText')).note).toMatchObject({
      title: 'The title',
      text: 'Text',
    });
    expect((await read('---\ntitle: Other\n---\n# Heading\n\nText')).note.text).toBe('# Heading\n\nText');
    expect((await read('![](x.png)', 'my file.md')).note.title).toBe('my file');
  });

  it('is left without its repeated paragraphs, but not without lines of a table or code', async () => {
    const long = 'A paragraph that is long enough to be noticed when it stands there twice.';
    const table = `| a |\n|---|\n| ${long} |`;
    const text = [long, table, '```\nx\n```', long, table, '```\nx\n```', 'Short.', 'Short.'].join('\n\n');
    const imported = await read(text);
    expect(imported.warnings).toEqual([{ code: 'repeated-paragraphs', details: { count: 1 } }]);
    expect(imported.note.text.split(long)).toHaveLength(4);
    expect(imported.withRepeats).toBe(text);
  });

  it('says what its dateline says', async () => {
    const { note } = await read('# T\n\n**KYIV, Aug 4, 2024 (Reuters) -** Words.');
    expect(note.source).toMatchObject({ agency: 'Reuters', place: 'Kyiv', date: '2024-08-04' });
  });

  it('of 10,000 nested brackets is read in no time', async () => {
    const { note } = await read(`${'['.repeat(10_000)}x`);
    expect(note.text).toHaveLength(10_001);
  });
});

describe('the first note', () => {
  const article = readFileSync('fixtures/vologda-trade/input.txt', 'utf8').trimEnd().split('\n');

  it('is the article: its five paragraphs, each once, letter for letter', async () => {
    const imported = await read(readFileSync('resources/first-note.md', 'utf8'), 'first-note.md');
    const { blocks, text } = parseMarkdown(imported.note.text);
    expect(text.split('\n')).toEqual(article.slice(0, 5));
    expect(blocks.map(({ type }) => type)).toEqual(Array(5).fill('paragraph'));
    expect(imported.warnings).toEqual([]);
    expect(imported.note).toMatchObject({
      title: 'Belarus–Vologda Oblast: trade up 8\u00a0%, exports up 21\u00a0%',
      language: 'en',
      tags: [],
      annotations: [],
      source: {
        ...{ agency: 'BelTA', place: 'Minsk', date: '2025-01-30' },
        dateline: 'MINSK, 30 January (BelTA) –',
      },
    });
  });

  it('is what the plain text of the article becomes, but for the title', async () => {
    const first = (await read(readFileSync('resources/first-note.md', 'utf8'))).note;
    const imported = await read(article.join('\n'), 'vologda-trade.txt');
    expect(imported.note).toMatchObject({ text: first.text, source: first.source, language: 'en' });
    expect(imported.note.title).toBe(
      'Belarus’ trade and economic cooperation with Russia’s Vologda Oblast is vibrant',
    );
    expect(imported.warnings).toEqual([
      { code: 'repeated-paragraphs', details: { count: 4 } },
      { code: 'year-inferred', details: { year: '2025' } },
    ]);
    expect(plainText(imported.withRepeats ?? '').split('\n')).toEqual(article);
  });
});
