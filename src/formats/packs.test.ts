import { describe, expect, it } from 'vitest';
import { composeBriefing, composePack } from '../core/briefing';
import { newNote } from '../core/note';
import type { Note } from '../core/schema';
import { defaultChoices, type ExportChoices, LAYOUTS } from '../core/vocabulary';
import labels from '../shared/locales/en/layouts.json';
import { writeDocument } from './documents';
import { partsOf } from './docx/same-bytes';
import { annotatedNote } from './test-note';

const note = (title: string, given: Partial<Note> = {}): Note => ({
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title }),
  ...given,
});

const NOTES: readonly Note[] = [
  annotatedNote({ title: 'The first' }),
  note('Вторая', { language: 'ru', text: '## Итоги\n\nПоставки выросли.' }),
];

const PARTS: Partial<ExportChoices> = { parts: ['contents', 'source', 'tags'] };

const pack = (choices: Partial<ExportChoices> = {}) =>
  composePack(NOTES, 'Before the visit', { ...defaultChoices, ...PARTS, ...choices }, labels);

async function word(composed: ReturnType<typeof pack>): Promise<string> {
  const { bytes } = await writeDocument(composed, 'docx');
  return (await partsOf(Buffer.from(bytes))).get('word/document.xml')?.toString('utf8') ?? '';
}

const page = async (composed: ReturnType<typeof pack>): Promise<string> =>
  new TextDecoder().decode((await writeDocument(composed, 'html')).bytes);

/** Headings of a Word document with their styles, in order. */
const wordHeadings = (xml: string): string[] =>
  [
    ...xml.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*?<w:pStyle w:val="(Title|Heading\d)"\/>([\s\S]*?)<\/w:p>/g),
  ].map(
    ([, style, body = '']) =>
      `${style}: ${[...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, words]) => words).join('')}`,
  );

const pageHeadings = (html: string): string[] =>
  [...html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\1>/g)].map(
    ([, level, words = '']) => `h${level}: ${words.replace(/<[^>]*>/g, '')}`,
  );

describe('a pack', () => {
  it('has its title above those of its notes, and their sections below them, in Word', async () => {
    const headings = wordHeadings(await word(pack()));
    expect(headings.slice(0, 3)).toEqual([
      'Title: Before the visit',
      'Heading1: 1. The first',
      'Heading2: Purpose',
    ]);
    expect(headings).toContain('Heading1: 2. Вторая');
    expect(headings.slice(-2)).toEqual(['Heading2: Background', 'Heading3: Итоги']);
  });

  it('has them on a web page, too', async () => {
    for (const layout of LAYOUTS) {
      const headings = pageHeadings(await page(pack({ layout })));
      expect(
        headings.filter((each) => each.startsWith('h1')),
        layout,
      ).toEqual(['h1: Before the visit']);
      expect(
        headings.filter((each) => each.startsWith('h2')),
        layout,
      ).toEqual(['h2: 1. The first', 'h2: 2. Вторая']);
    }
    expect(pageHeadings(await page(pack())).slice(-2)).toEqual(['h3: Background', 'h4: Итоги']);
  });

  it('has contents that lead to its notes', async () => {
    const html = await page(pack());
    const links = [...(/<nav.*?<\/nav>/.exec(html)?.[0] ?? '').matchAll(/href="#([^"]*)">([^<]*)</g)];
    expect(links.map(([, , words]) => words)).toEqual(['The first', 'Вторая']);
    for (const [, id] of links) expect(html).toContain(`id="${id}"`);
    const xml = await word(pack());
    expect(xml).toContain('TOC \\h \\o &quot;1-1&quot;');
    const listed = [...xml.matchAll(/<w:pStyle w:val="TOC1"\/>[\s\S]*?<\/w:p>/g)].map(([body]) => body);
    expect(listed).toHaveLength(2);
    for (const body of listed) {
      const bookmark = /w:anchor="([^"]*)"/.exec(body)?.[1];
      expect(xml).toContain(`w:name="${bookmark}"`);
    }
    expect(await page(pack({ parts: [] }))).not.toContain('<nav');
    expect(await word(pack({ parts: [] }))).not.toContain('TOC');
  });

  it('says in Word in which language each note is', async () => {
    const xml = await word(pack());
    const russian = [
      ...xml.matchAll(/<w:r>((?:(?!<\/w:r>)[\s\S])*?)<w:t[^>]*>([^<]*[а-я][^<]*)<\/w:t>/g),
    ].filter(([, look = '']) => !look.includes('TOC') && !look.includes('instrText'));
    const marked = russian.filter(([, look]) => /<w:lang w:val="ru-RU"/.test(look ?? ''));
    // Title, heading and text; in the contents the title has the look of the line.
    expect(marked.map(([, , words]) => words)).toEqual(['Вторая', 'Итоги', 'Поставки выросли.']);
  });

  it('gives the same bytes again', async () => {
    for (const format of ['docx', 'html'] as const) {
      const [once, again] = [await writeDocument(pack(), format), await writeDocument(pack(), format)];
      expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes)), format).toBe(true);
    }
  });
});

describe('a single note', () => {
  const composed = (given: Partial<Note>, choices: Partial<ExportChoices> = {}) =>
    composeBriefing(
      annotatedNote(given),
      { ...defaultChoices, layout: 'clean-copy', ...PARTS, ...choices },
      labels,
    );

  it('has contents with the headings of its text', async () => {
    const text = '## One [link](https://example.org)\n\nWords\n\n## Two\n\nMore';
    const html = await page(composed({ text, annotations: [] }));
    const links = [...(/<nav.*?<\/nav>/.exec(html)?.[0] ?? '').matchAll(/href="#([^"]*)">([^<]*)</g)];
    expect(links.map(([, , words]) => words)).toEqual(['One link', 'Two']);
    for (const [, id] of links) expect(html).toContain(`id="${id}"`);
    expect(await word(composed({ text, annotations: [] }))).toContain('TOC \\h \\o &quot;1-3&quot;');
  });

  it('has no contents in Word where there is no heading', async () => {
    const xml = await word(composed({ text: 'Words', annotations: [] }));
    expect(xml).not.toMatch(/TOC|Contents/);
  });

  it('has the title of a picture that stands alone as its caption', async () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
    const text = `Words ![dot](${pixel} "Not here") go on.\n\n![dot](${pixel} "Exports by month")`;
    const [html, xml] = [
      await page(composed({ text, annotations: [] })),
      await word(composed({ text, annotations: [] })),
    ];
    expect([...html.matchAll(/<figcaption>([^<]*)/g)].map(([, words]) => words)).toEqual([
      'Exports by month',
    ]);
    expect([...xml.matchAll(/"Caption"/g)]).toHaveLength(1);
  });

  it('has no numbers before its paragraphs where a tradition has none, and is justified there', async () => {
    const russian = composed({}, { layout: 'briefing-note', tradition: 'russia' });
    expect(await page(russian)).toContain('class="found plain"');
    const xml = await word(russian);
    expect(xml).not.toMatch(/<w:t[^>]*>\d+\.<\/w:t><\/w:r><w:r><w:tab/);
    expect(xml).toContain('w:firstLine="709"');
    expect(xml).toContain('<w:jc w:val="both"/>');
  });
});
