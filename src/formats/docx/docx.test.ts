import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../../core/briefing';
import { newNote } from '../../core/note';
import { annotationOn } from '../../core/samples';
import type { Note } from '../../core/schema';
import { defaultChoices, type ExportChoices, LAYOUTS } from '../../core/vocabulary';
import labels from '../../shared/locales/en/layouts.json';
import { annotatedNote } from '../test-note';
import { writeDocx } from './docx';
import { partsOf } from './same-bytes';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const WEBP = 'data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';

const written = (note: Note, choices: Partial<ExportChoices> = {}) =>
  writeDocx(composeBriefing(note, { ...defaultChoices, format: 'docx', ...choices }, labels));

/** The parts of the file as text. */
async function read(note: Note, choices: Partial<ExportChoices> = {}) {
  const { bytes } = await written(note, choices);
  const parts = await partsOf(Buffer.from(bytes));
  return (path: string): string => parts.get(path)?.toString('utf8') ?? '';
}

const noteOf = (given: Partial<Note>): Note => ({
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Title' }),
  ...given,
});

/** Paragraphs with their style and words, in order. */
function paragraphs(xml: string): { style: string; words: string }[] {
  return [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>|<w:p\/>/g)].map(([, body = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(body)?.[1] ?? 'Normal',
    words: wordsOf(body),
  }));
}

const wordsOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('');

/** The words between the two ends of a comment's range. */
function passageOf(xml: string, id: number): string {
  const start = xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`);
  const end = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
  expect(start).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(start);
  expect(xml.indexOf(`<w:commentReference w:id="${id}"/>`)).toBeGreaterThan(end);
  return wordsOf(xml.slice(start, end));
}

/** Whether every element is ended where it should be. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  let good = true;
  const parser = new Parser(
    {
      onopentagname: (name) => open.push(name),
      onclosetag: (name, implied) => {
        good = good && open.pop() === name && (!implied || /\/>/.test(xml));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return good && open.length === 0;
}

describe('a briefing as a Word document', () => {
  it('has passages and comments by kind in a digest, and no text', async () => {
    const file = await read(annotatedNote(), { layout: 'digest', annotations: 'endnotes' });
    const words = wordsOf(file('word/document.xml'));
    expect(words).toMatch(/Key facts.*rose 21%, the agency.*Up by a fifth.*Actions.*told\. One Two.*Ask/s);
    expect(words).not.toContain('Inner');
  });

  it('has true styles, in the order of a briefing note', async () => {
    const part = await read(annotatedNote());
    const found = paragraphs(part('word/document.xml'));
    const styled = (style: string) => found.filter((each) => each.style === style).map(({ words }) => words);
    expect(styled('Title')).toEqual(['Trade up, exports up']);
    expect(styled('Heading1')).toEqual([
      ...['Purpose', 'Key facts', 'Questions', 'Actions', 'Risks', 'Background'],
      'Passages no longer in the text',
    ]);
    expect(styled('Heading2')).toEqual(['Trade']);
    expect(styled('Quote')).toEqual(['Quoted words']);
    expect(styled('HTMLPreformatted')).toEqual(['code']);
    expect(styled('ListParagraph')).toEqual(['One', 'Two', 'Inner']);
    const styles = part('word/styles.xml');
    for (const { style } of found) expect(styles).toContain(`w:styleId="${style}"`);
  });

  it('has each annotation as a comment on its passage, through bold words, links and blocks', async () => {
    const note = annotatedNote();
    const part = await read(note, { layout: 'annotated-article' });
    const document = part('word/document.xml');
    const comments = part('word/comments.xml');
    const anchored = note.annotations.filter(({ state }) => state !== 'orphan');
    const all = [...comments.matchAll(/<w:comment [^>]*>[\s\S]*?<\/w:comment>/g)].map(([comment]) => comment);
    expect(all).toHaveLength(anchored.length);
    const quotes = all.map((_, id) => passageOf(document, id));
    expect(quotes.sort()).toEqual(
      anchored.map(({ target }) => target[1].exact.replace(/[\n\t]/g, '')).sort(),
    );
    const fact = all.find((comment) => comment.includes('Key fact')) ?? '';
    expect(wordsOf(fact)).toContain('Up by a fifth');
    expect(fact).toContain('w:author="Desk officer"');
    expect(fact).toContain('w:initials="Do"');
    expect(fact).toContain('w:date="2025-01-31T08:30:00.000Z"');
    expect(wordsOf(all.find((comment) => comment.includes('Question')) ?? '')).toContain('resolved');
    expect(wordsOf(document)).toContain(labels['lost-passages']);
    expect(wordsOf(document)).toContain('Gone');
  });

  it('has replies as the answers of a comment, and says that it is resolved', async () => {
    const note = annotatedNote();
    const created = '2025-02-01T08:00:00.000Z';
    const reply = {
      id: 'reply00001',
      author: 'B. Reader',
      created,
      updated: created,
      comment: 'Since **May**',
    };
    const annotations = note.annotations.map((each) =>
      each.kind === 'question' ? { ...each, replies: [reply] } : each,
    );
    const part = await read({ ...note, annotations }, { layout: 'annotated-article' });
    const comments = part('word/comments.xml').match(/<w:comment [\s\S]*?<\/w:comment>/g) ?? [];
    const answer = comments.findIndex((comment) => comment.includes('B. Reader'));
    expect(wordsOf(comments[answer] ?? '')).toBe('Since May');
    expect(passageOf(part('word/document.xml'), answer)).toBe('region rose');
    const threads = part('word/commentsExtended.xml');
    expect(threads.match(/w15:paraIdParent="/g)).toHaveLength(1);
    expect(threads.match(/w15:done="1"/g)).toHaveLength(2);
  });

  it('has them as footnotes instead, or not at all', async () => {
    const choices = { layout: 'annotated-article' } as const;
    const footnotes = await read(annotatedNote(), { ...choices, annotations: 'endnotes' });
    expect(footnotes('word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(4);
    expect(wordsOf(footnotes('word/footnotes.xml'))).toContain('Up by a fifth');
    expect(footnotes('word/document.xml')).not.toContain('w:commentRangeStart');
    const none = await read(annotatedNote(), { ...choices, annotations: 'none' });
    expect(none('word/document.xml')).not.toMatch(/w:commentRangeStart|w:footnoteReference|w:shd/);
    expect(wordsOf(none('word/document.xml'))).not.toContain('Gone');
    expect(wordsOf(none('word/comments.xml'))).toBe('');
  });

  it('repeats the heads of tables and cuts no row', async () => {
    const part = await read(annotatedNote(), { layout: 'annotated-article' });
    const rows = part('word/document.xml').match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    expect(rows).toHaveLength(3);
    for (const [index, row] of rows.entries()) {
      expect(row).toContain('<w:cantSplit/>');
      expect(row.includes('<w:tblHeader/>')).toBe(index === 0);
    }
    expect(rows[1]).toContain('<w:jc w:val="right"/>');
  });

  it('begins each list where the note says', async () => {
    const part = await read(noteOf({ text: '3. a\n4. b\n\nText\n\n1. c\n\n- d\n- [x] e' }));
    const numbering = part('word/numbering.xml');
    const starts = [...numbering.matchAll(/<w:abstractNum [\s\S]*?<w:start w:val="(\d+)"\/>/g)].map(
      ([, start]) => start,
    );
    expect(starts).toContain('3');
    const ids = [...part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    expect(wordsOf(part('word/document.xml'))).toContain('☑ e');
  });

  it('says its languages as Word names them', async () => {
    const part = await read(
      noteOf({ language: 'ru', text: 'Экспорт вырос, said the chairman of the board.' }),
    );
    expect(part('word/styles.xml')).toContain('<w:lang w:val="ru-RU"/>');
    expect(part('word/document.xml')).toMatch(/<w:lang w:val="en-[A-Z]{2}"\/>[\s\S]*?said the chairman/);
    const arabic = await read(noteOf({ language: 'ar', text: 'نص' }));
    expect(arabic('word/document.xml')).toContain('<w:bidi/>');
  });

  it('has marking, title and page numbers at the head and the foot of its pages', async () => {
    const { bytes } = await written(annotatedNote(), { marking: 'OFFICIAL' });
    const parts = await partsOf(Buffer.from(bytes));
    const matching = (name: RegExp) =>
      [...parts].filter(([path]) => name.test(path)).map(([, xml]) => xml.toString());
    const heads = matching(/word\/header\d+\.xml/);
    const feet = matching(/word\/footer\d+\.xml/);
    for (const xml of [...heads, ...feet]) expect(wordsOf(xml)).toContain('OFFICIAL');
    expect(heads.some((xml) => wordsOf(xml).includes('Trade up'))).toBe(true);
    for (const xml of feet) expect(xml).toMatch(/Page [\s\S]*PAGE[\s\S]* of [\s\S]*NUMPAGES/);
  });

  it('has the images that Word can show, with their words, and counts the others', async () => {
    const note = noteOf({
      text: `![Pixel](${PIXEL})\n\n![Other](${WEBP})\n\n![](https://example.org/a.png)`,
    });
    const part = await read(note);
    expect(part('word/document.xml')).toMatch(/<wp:docPr [^>]*descr="Pixel"/);
    expect(wordsOf(part('word/document.xml'))).toContain('Image not shown: Other');
    expect((await written(note)).unreadable).toBe(1);
  });

  it('leads to addresses also from comments', async () => {
    const note = annotatedNote();
    const [first, ...rest] = note.annotations;
    if (!first) throw new Error('no annotation');
    const annotations = [{ ...first, comment: '[there](https://example.org/b)\n\n- a\n- b' }, ...rest];
    const part = await read({ ...note, annotations }, { layout: 'annotated-article' });
    expect(part('word/_rels/document.xml.rels')).toContain('https://example.org/a');
    expect(part('word/_rels/comments.xml.rels')).toContain('https://example.org/b');
  });

  it('is well-formed whatever the words are, and the same again', async () => {
    const hostile = '</w:t><w:br/>&amp; \u0007\u000b\ufffe "\' <script>';
    const note = annotatedNote({
      title: hostile,
      source: { author: hostile, address: 'javascript:alert(1)' },
    });
    const [first] = note.annotations;
    if (!first) throw new Error('no annotation');
    const given = {
      ...note,
      text: `${note.text}\n\n${hostile}\n\n![${'x'.repeat(9)}](${PIXEL})`,
      annotations: [
        ...note.annotations,
        { ...first, id: 'annotationtwo', author: hostile, comment: hostile },
      ],
    };
    for (const layout of LAYOUTS) {
      const [once, again] = [
        await written(given, { layout, marking: hostile }),
        await written(given, { layout, marking: hostile }),
      ];
      expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes))).toBe(true);
      for (const [path, xml] of await partsOf(Buffer.from(once.bytes))) {
        if (!/\.(?:xml|rels)$/.test(path)) continue;
        expect([path, isWellFormed(xml.toString())]).toEqual([path, true]);
        expect(xml.toString()).not.toMatch(/[^\P{Cc}\t\n\r]|\ufffe/u);
        expect(xml.toString()).not.toContain('javascript:alert(1)"');
      }
    }
  });
});

it('has the footnotes of the text as its own, and the comments of their passages at the reference', async () => {
  const text =
    'Exports[^1] rose, imports[^1] fell.\n\n[^1]: Only goods are counted.\n\n    Services are not.';
  const one = noteOf({ text, annotations: [annotationOn(text, 'goods', 'question', { comment: 'Which?' })] });
  const part = await read(one);
  expect(part('word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(2);
  expect(wordsOf(part('word/footnotes.xml')).match(/Only goods are counted\./g)).toHaveLength(2);
  expect(part('word/footnotes.xml')).not.toContain('commentRangeStart');
  expect(part('word/document.xml')).toMatch(/commentRangeStart.*footnoteReference.*commentRangeEnd/s);
});
