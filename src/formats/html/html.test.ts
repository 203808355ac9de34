import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../../core/briefing';
import { newNote } from '../../core/note';
import type { Annotation, Note } from '../../core/schema';
import { defaultChoices, type ExportChoices, LAYOUTS } from '../../core/vocabulary';
import labels from '../../shared/locales/en/layouts.json';
import { annotatedNote } from '../test-note';
import { writeHtml } from './html';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const htmlOf = (note: Note, choices: Partial<ExportChoices> = {}): string =>
  new TextDecoder().decode(
    writeHtml(composeBriefing(note, { ...defaultChoices, format: 'html', ...choices }, labels)),
  );

const noteOf = (given: Partial<Note>): Note => ({
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Title' }),
  ...given,
});

interface Read {
  readonly tags: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly words: string;
}

/** What a parser that is not ours finds in a page. */
function read(html: string): Read {
  const tags: Read['tags'] = [];
  let [words, style] = ['', false];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      style = name === 'style';
      tags.push({ name, attributes });
    },
    onclosetag: () => {
      style = false;
    },
    ontext: (text) => {
      if (!style) words += text;
    },
  });
  parser.end(html);
  return { tags, words };
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</style></title></head><body onload=alert(1)>',
  '"><svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '![" onerror="alert(1)](https://example.org/a.png)',
  '`</code><iframe src=//example.org>`',
];

describe('a briefing as HTML', () => {
  it('has passages and comments by kind in a digest, and no text', () => {
    const { words } = read(htmlOf(annotatedNote(), { layout: 'digest', annotations: 'endnotes' }));
    expect(words).toMatch(/Key facts.*rose 21%, the agency.*Up by a fifth.*Actions.*told\. One Two.*Ask/s);
    expect(words).not.toContain('Inner');
  });

  it.each(LAYOUTS)('keeps hostile words as words: %s', (layout) => {
    for (const words of HOSTILE) {
      const note = annotatedNote({
        title: words,
        tags: ['a/b'],
        source: { agency: words, author: words, address: 'https://example.org/"><b>' },
        details: { reference: words, purpose: words, to: words },
      });
      const given = {
        ...note,
        text: `${note.text}\n\n${words}\n\n> ${words}\n\n| ${words} |\n|---|\n| ${words} |`,
      };
      const { tags } = read(htmlOf(given, { layout, marking: words }));
      const names = new Set(tags.map(({ name }) => name));
      for (const never of ['script', 'svg', 'iframe', 'object', 'link', 'form', 'b'])
        expect(names).not.toContain(never);
      expect(tags.filter(({ name }) => name === 'body')).toHaveLength(1);
      for (const { attributes } of tags) {
        expect(Object.keys(attributes).filter((name) => /^on|^style$/.test(name))).toEqual([]);
        expect(attributes.href ?? '#').toMatch(/^(?:#|https?:|mailto:)/);
        expect(attributes.src ?? 'data:image/').toMatch(/^data:image\//);
      }
    }
  });

  it('allows nothing but its own style and its own images', () => {
    const html = htmlOf(annotatedNote());
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const sum = createHash('sha256').update(style).digest('base64');
    const policy = read(html).tags.find((tag) => tag.attributes['http-equiv'])?.attributes.content;
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it.each(LAYOUTS)('has landmarks, one title and headings in order: %s', (layout) => {
    for (const annotations of ['margin', 'endnotes', 'none'] as const) {
      const note = annotatedNote({ text: `${annotatedNote().text}\n\n# One\n\n### Three\n\nText` });
      const { tags } = read(htmlOf(note, { layout, annotations, marking: 'OFFICIAL' }));
      expect(
        tags.filter(({ name }) => ['main', 'h1', 'article'].includes(name)).map(({ name }) => name),
      ).toEqual(['main', 'article', 'h1']);
      const levels = tags.flatMap(({ name }) => /^h([1-6])$/.exec(name)?.[1] ?? []).map(Number);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      const ids = tags.flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = tags.flatMap(({ attributes }) => /^#(.+)/.exec(attributes.href ?? '')?.[1] ?? []);
      for (const target of targets) expect(ids).toContain(target);
      expect(targets.length > 0).toBe(annotations !== 'none' && layout !== 'digest');
    }
  });

  it('says the language of the page, of the note, and of what is in another', () => {
    const note = noteOf({ language: 'ru', text: 'Экспорт вырос, said the chairman of the board.' });
    const { tags } = read(htmlOf(note));
    expect(tags.find(({ name }) => name === 'html')?.attributes.lang).toBe('ru');
    expect(tags.find(({ name }) => name === 'article')?.attributes.lang).toBe('ru');
    expect(
      tags.filter(({ name, attributes }) => name === 'span' && attributes.lang === 'en').length,
    ).toBeGreaterThan(1);
  });

  it('says of a passage what it was, that several fit, and quotes nothing where nothing was marked', () => {
    const [one, two, three] = annotatedNote().annotations;
    if (!one || !two || !three) throw new Error('the note has too few annotations');
    const [position, quote] = three.target;
    const annotations: Annotation[] = [
      { ...one, state: 'changed', quoted: 'Exports collapsed' },
      { ...two, state: 'ambiguous' },
      { ...three, state: 'orphan', target: [position, { ...quote, exact: '' }] },
    ];
    const { words } = read(htmlOf(annotatedNote({ annotations })));
    expect(words).toContain('made on “Exports collapsed”');
    expect(words).toContain('several passages fit');
    expect(words).toContain(labels['uncertain-passages']);
    expect(words).not.toContain('“”');
    const lost = read(
      htmlOf(annotatedNote({ annotations: [{ ...one, state: 'orphan', quoted: 'First words' }] })),
    );
    expect(lost.words).toContain('“First words”');
  });

  it('shows passages, their comments, and those that are lost; or none of it', () => {
    const note = annotatedNote();
    for (const layout of LAYOUTS) {
      const { words, tags } = read(htmlOf(note, { layout }));
      expect(words).toContain('Up by a fifth');
      expect(words).toContain(labels['lost-passages']);
      expect(tags.some(({ name }) => name === 'mark')).toBe(layout !== 'digest');
      const none = read(htmlOf(note, { layout, annotations: 'none' }));
      expect(none.words).not.toContain('Up by a fifth');
      expect(none.tags.some(({ name }) => name === 'mark')).toBe(false);
    }
  });

  it('has the images of the note in it, and says where one is missing', () => {
    const { tags, words } = read(
      htmlOf(noteOf({ text: `![Pixel](${PIXEL}) ![Far](https://example.org/a.png)` })),
    );
    const [image] = tags.filter(({ name }) => name === 'img');
    expect(image?.attributes).toMatchObject({ src: PIXEL, alt: 'Pixel' });
    expect(words).toContain('Image not shown: Far');
  });

  it('is the same again', () => {
    expect(htmlOf(annotatedNote())).toBe(htmlOf(annotatedNote()));
  });
});

it('has the footnotes below the text, each leading there and back', () => {
  const html = htmlOf(noteOf({ text: 'A[^x] and b[^x].\n\n[^x]: What it says.' }));
  expect(html.match(/<sup><a href="#footnote-note-0-1"/g)).toHaveLength(2);
  expect(html.match(/id="reference-note-0-1"/g)).toHaveLength(1);
  expect(html).toMatch(
    /<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="footnote-note-0-1" value="1">What it says\. <a href="#reference-note-0-1"/,
  );
});
