import { describe, expect, it } from 'vitest';
import { ANNOTATION_PLACES, LAYOUTS, PAPERS } from '../core/vocabulary';
import { ARTICLE, annotate, articleNote, makeNote } from './samples';
import {
  countOf,
  LAYOUTS_WITH_ANNOTATIONS,
  LAYOUTS_WITH_TEXT,
  PdfFile,
  requestFor,
  typesetNote,
  typesetter,
} from './test-typeset';

const MARKING = 'OFFICIAL-SENSITIVE';
const SIZES = { A4: '595.276 x 841.89 pts (A4)', Letter: '612 x 792 pts (letter)' };
const unannotated = (): ReturnType<typeof articleNote> => articleNote({ annotations: [] });
/** A text without the numbers of its annotations, which stand between its words. */
const withoutNumbers = (text: string): string =>
  text.replace(/ \d+(?=[ ,.]) ?/g, ' ').replace(/ ([,.])/g, '$1');

describe.each(LAYOUTS)('%s', (layout) => {
  describe.each(PAPERS)('on %s', (paper) => {
    it.each(ANNOTATION_PLACES)('with annotations: %s', async (annotations) => {
      const result = await typesetNote(articleNote(), { layout, paper, annotations, marking: MARKING });
      expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
      const pdf = new PdfFile(result);
      const info = pdf.info();
      expect(info.get('Tagged')).toBe('yes');
      expect(info.get('Page size')).toBe(SIZES[paper]);
      expect(info.get('Title')).toBe(articleNote().title);
      expect(info.get('Keywords')).toBe('region/vologda-oblast, trade/exports');
      expect(info.get('Author')).toBe('Trade unit');
      expect(info.get('CreationDate')).toContain('Jan 31');
      expect(pdf.metadata()).toContain('<pdfuaid:part>1<');
      expect(pdf.metadata()).toContain('<rdf:li>en</rdf:li>');
      expect(pdf.raw()).toMatch(/\/Lang \(en\)/);
      expect(pdf.raw()).toMatch(/\/Outlines /);
      expect(pdf.attachments()).toContain('1: note.json');
      for (const font of pdf.fonts()) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
      for (let page = 1; page <= pdf.pages; page += 1) {
        expect(countOf(MARKING, pdf.text(page)), `page ${page}`).toBe(2);
        expect(pdf.text(page)).toContain(`Page ${page} of ${pdf.pages}`);
      }
      // Read aloud, once.
      expect(countOf(MARKING, pdf.structure())).toBe(1);
      const comments = countOf('Ask Amkodor', pdf.text().replace('Ask Am- kodor', 'Ask Amkodor'));
      const shown = annotations !== 'none' && LAYOUTS_WITH_ANNOTATIONS.includes(layout);
      expect(comments).toBe(shown ? 1 : 0);
    });

    const hasText = LAYOUTS_WITH_TEXT.includes(layout);
    it.runIf(hasText).each(ANNOTATION_PLACES)(
      'holds each paragraph once, with annotations: %s',
      async (annotations) => {
        const pdf = new PdfFile(await typesetNote(unannotated(), { layout, paper, annotations }));
        for (const paragraph of ARTICLE) expect(countOf(paragraph, pdf.body())).toBe(1);
      },
    );
  });

  it.each(ANNOTATION_PLACES)('lies on its side, with annotations: %s', async (annotations) => {
    const result = await typesetNote(articleNote(), { layout, orientation: 'landscape', annotations });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.info().get('Page size')).toBe('841.89 x 595.276 pts (A4)');
    const isEmpty = layout === 'digest' && annotations === 'none';
    expect(countOf('agreements', pdf.text()) > 0).toBe(!isEmpty);
    for (let page = 1; page <= pdf.pages; page += 1) {
      expect(Math.max(...pdf.words(page).map(({ right }) => right))).toBeLessThan(841 - 40);
      expect(Math.max(...pdf.words(page).map(({ bottom }) => bottom))).toBeLessThan(595);
    }
  });

  it('leaves out source and tags where they are not chosen', async () => {
    const shown = new PdfFile(await typesetNote(articleNote(), { layout }));
    expect(shown.text()).toContain('region/vologda-oblast');
    const without = new PdfFile(await typesetNote(articleNote(), { layout, parts: [] }));
    expect(without.text()).not.toContain('region/vologda-oblast');
    expect(without.info().get('Keywords') ?? '').toBe('');
    expect(without.text()).not.toMatch(/BelTA(, | · )Minsk/);
  });

  it('gives the same bytes for the same request, also after others', async () => {
    const once = await typesetNote(articleNote(), { layout });
    await typesetNote(makeNote({ title: 'Another', text: 'Other words' }), { layout });
    const again = await typesetNote(articleNote(), { layout });
    if (!once.ok || !again.ok) throw new Error('not typeset');
    expect(Buffer.compare(once.value.pdf, again.value.pdf)).toBe(0);
  });

  it.each([
    ['nothing', makeNote({ title: '' }), 'Untitled note'],
    [
      'a title of 300 characters',
      makeNote({ title: 'A long title. '.repeat(22).slice(0, 300), text: 'x' }),
      'A long title.',
    ],
    ['one word', makeNote({ title: 'word', text: 'word' }), 'word'],
  ])('sets a note that has %s', async (_, note, words) => {
    const result = await typesetNote(note, { layout });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.pages).toBe(1);
    expect(pdf.text()).toContain(words);
  });
});

describe('a briefing note', () => {
  it('has its parts as headings, in order', async () => {
    const structure = new PdfFile(await typesetNote(articleNote())).structure();
    const headings = [...structure.matchAll(/H2 "([^"]*)"/g)].map(([, words]) => words);
    expect(headings).toEqual(['Purpose', 'Key facts', 'Questions', 'Actions', 'Risks', 'Background']);
  });

  it('puts what was found after the text for endnotes', async () => {
    const text = new PdfFile(await typesetNote(articleNote(), { annotations: 'endnotes' })).text();
    expect(text.indexOf('Background')).toBeLessThan(text.indexOf('Key facts'));
  });

  it('links each number with its passage, and back', async () => {
    const raw = new PdfFile(await typesetNote(articleNote())).raw();
    expect(countOf('/Subtype /Link', raw)).toBe(12);
    expect(raw.match(/\/Contents \(/g)).toHaveLength(12);
  });

  it('sets actions as a table with heads', async () => {
    const structure = new PdfFile(await typesetNote(articleNote())).structure();
    expect(structure).toMatch(/Table/);
    expect(countOf('/Scope /Column', structure)).toBe(4);
  });

  it('lists annotations apart whose passage is gone, and says which are resolved', async () => {
    const text = 'The first words. The second words.';
    const gone = annotate(text, 'first words', 'risk', 'Still to be said');
    const done = annotate(text, 'second words', 'question', 'Answered', {
      resolved: '2025-02-01T08:00:00.000Z',
    });
    const pdf = new PdfFile(
      await typesetNote(makeNote({ text, annotations: [{ ...gone, state: 'orphan' }, done] })),
    );
    expect(pdf.text()).toMatch(/Passages no longer in the text \d Risk “first words” Still to be said/);
    expect(pdf.text()).toContain('Answered (resolved)');
  });
});

describe('an annotated article', () => {
  const sixty = (): ReturnType<typeof makeNote> => {
    const words = ARTICLE.join(' ').match(/[A-Z][a-z]{3,} [a-z ]{4,20}/g) ?? [];
    const text = ARTICLE.slice(0, 3).join('\n\n');
    const inText = words.filter((word) => text.includes(word)).slice(0, 12);
    const annotations = Array.from({ length: 60 }, (_, index) =>
      annotate(text, inText[index % inText.length] ?? 'Minsk', 'remark', `Comment number ${index + 1}.`, {
        id: `c${String(index).padStart(10, '0')}`,
      }),
    );
    return makeNote({ text, annotations });
  };

  it('loses none of 60 comments on one page, and lets no two overlap', async () => {
    const pdf = new PdfFile(await typesetNote(sixty(), { layout: 'annotated-article' }));
    const text = pdf.text();
    for (let number = 1; number <= 60; number += 1) {
      expect(countOf(`Comment number ${number}.`, text), `comment ${number}`).toBe(1);
    }
    for (let page = 1; page <= pdf.pages; page += 1) {
      const words = pdf.words(page);
      for (const [index, one] of words.entries()) {
        for (const other of words.slice(index + 1)) {
          const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          // Boxes of letters are taller than letters: lines that follow each other share a little.
          expect(across > 1 && down > 6, `page ${page}: ${one.text} on ${other.text}`).toBe(false);
        }
      }
    }
  });

  it('sets a comment on the line in which its passage begins', async () => {
    const words = new PdfFile(await typesetNote(articleNote(), { layout: 'annotated-article' })).words(1);
    const passage = words.find(({ text }) => text === 'ship');
    const card = words.find(({ text }) => text === 'Risk');
    expect(card?.left).toBeGreaterThan(passage?.right ?? Number.NaN);
    expect(Math.abs((card?.bottom ?? 0) - (passage?.bottom ?? 0))).toBeLessThan(3);
  });

  it('shows the beginning of a long comment in the margin, and all of it after the text', async () => {
    const long = `${'Many words. '.repeat(600)}The end of it.`;
    const note = articleNote();
    const annotations = note.annotations.map((each, index) =>
      index === 1 ? { ...each, comment: long } : each,
    );
    const pdf = new PdfFile(await typesetNote({ ...note, annotations }, { layout: 'annotated-article' }));
    expect(pdf.text()).toContain('In full on page');
    expect(countOf('The end of it.', pdf.text())).toBe(1);
  });

  it('keeps the words of the text whole between its numbers', async () => {
    const pdf = new PdfFile(
      await typesetNote(articleNote(), { layout: 'annotated-article', annotations: 'endnotes' }),
    );
    const text = withoutNumbers(pdf.text());
    expect(text).toContain('resume supplies of logging machines to the region. Specialists');
  });
});

describe('the passages of annotations', () => {
  const words = 'One two three four five six seven eight nine ten. '.repeat(12).trim();
  const long = makeNote({
    text: `${words}\n\nOther words.`,
    annotations: [annotate(words, words, 'risk', '')],
  });

  it.each(['briefing-note', 'annotated-article'] as const)(
    'are quoted by their beginning where they are long: %s',
    async (layout) => {
      const pdf = new PdfFile(await typesetNote(long, { layout, annotations: 'endnotes' }));
      const text = pdf.text();
      expect(countOf('eight nine ten.', text)).toBeLessThan(12 + 5);
      expect(text).toMatch(/“One two[^“]{150,200} …”/);
    },
  );

  it('show the tint of the shortest where one lies in another', async () => {
    const annotations = [
      annotate(words, words, 'key-fact', 'Outer'),
      annotate(words, 'three four five six seven', 'risk', 'Inner'),
    ];
    const dots = new PdfFile(await typesetNote(makeNote({ text: words, annotations }))).dots(1);
    for (const tint of ['fbeec4', 'fbe0da'])
      expect(dots.includes(Buffer.from(tint.repeat(4), 'hex'))).toBe(true);
  });

  it('leave no empty column where there are none', async () => {
    const right = async (annotations: 'margin' | 'none'): Promise<number> => {
      const note = makeNote({ text: words });
      const pdf = new PdfFile(await typesetNote(note, { layout: 'annotated-article', annotations }));
      return Math.max(...pdf.words(1).map((word) => word.right));
    };
    expect(await right('margin')).toBe(await right('none'));
  });
});

describe('the typesetter', () => {
  it('says so when there is no such layout', async () => {
    const { briefing, ...rest } = requestFor(articleNote());
    const result = await typesetter.typeset({
      ...rest,
      briefing: { ...briefing, layout: '../common' as 'briefing-note' },
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'layout-unknown' } });
  });

  it('makes the file without the claim where no font has a character, and names it', async () => {
    // Nothing has been given to these places of Unicode.
    const [a, b] = ['\u{50000}', '\u{50001}'];
    const result = await typesetNote(makeNote({ title: `Trade with ${a}${b}`, text: `Words ${a}` }));
    expect(result).toMatchObject({
      ok: true,
      value: {
        warnings: [
          { code: 'glyphs-missing', details: { characters: `${a} ${b}` } },
          { code: 'pdf-not-accessible', details: { why: 'it has characters that no font here can show.' } },
        ],
      },
    });
    const pdf = new PdfFile(result);
    expect(pdf.metadata()).not.toContain('pdfuaid');
    expect(pdf.info().get('Tagged')).toBe('yes');
  });

  it('sets what the shipped fonts have in them alone', async () => {
    const text = 'Aa0%“”„«»’–—…•·№€ ЁёЎўІіҐґЇї *Ўў* **Ґґ** `Ёё`\n\n- [ ] one\n- [x] two';
    const pdf = new PdfFile(await typesetNote(makeNote({ title: 'Ўсё', text })));
    expect(pdf.fonts().filter((font) => !/\+Source(?:Serif4|Sans3|CodePro)-/.test(font))).toEqual([]);
  });

  it('sets a script that they have not in another font, from right to left where it runs so', async () => {
    const text = 'הסחר עם האזור גדל ב־21% בשנת 2024.';
    const result = await typesetNote(makeNote({ title: 'סחר', text, language: 'he' }));
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.metadata()).toContain('pdfuaid');
    expect(pdf.fonts().some((font) => !/\+Source/.test(font))).toBe(true);
    const words = pdf.words(1).filter((word) => /[א-ת]{2}/.test(word.text));
    // The margins are at 79 and 516 points: what does not fill its line stands at the right one.
    expect(Math.max(...words.map(({ right }) => right))).toBeGreaterThan(510);
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(200);
  });

  it.each([
    ['many words', 'OFFICIAL SENSITIVE '.repeat(10).trim()],
    ['one word', 'W'.repeat(200)],
  ])('keeps a marking on the sheet and clear of the head: %s', async (_, marking) => {
    const text = 'Background words. '.repeat(400);
    const pdf = new PdfFile(await typesetNote(makeNote({ title: 'Head', text }), { marking }));
    const words = pdf.words(2);
    const head = words.find((word) => word.text === 'Head');
    const above = words.filter(({ top }) => top < (head?.top ?? 0) - 2);
    expect(above.map((word) => word.text).join('')).toBe(marking.replaceAll(' ', ''));
    expect(Math.max(...above.map(({ bottom }) => bottom))).toBeLessThan((head?.top ?? 0) + 2);
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(14);
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThan(581);
  });

  it.each(LAYOUTS)('breaks long words without a character in what is copied: %s', async (layout) => {
    const address = `https://example.org/${'part-of-an-address/'.repeat(8)}end.html`;
    const text = `# ${address}\n\n${address} \`${address}\` ${'x'.repeat(200)}\n\n![${address}](https://example.org/x.png)`;
    const annotations = [annotate(text, 'xxx', 'risk', address, { author: address, by: address })];
    const note = makeNote({
      title: address,
      text,
      annotations,
      source: { address },
      details: { to: address },
    });
    const result = await typesetNote(note, { layout });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const pdf = new PdfFile(result);
    expect(pdf.raw()).not.toMatch(/200b/i);
    const right = pdf.words(1).map((word) => word.right);
    expect(Math.max(...right)).toBeLessThan(595);
    expect(pdf.text().replaceAll(/[ \u00ad]/g, '')).toContain(address);
  });

  it('cuts the tags in the foot at the end of a tag or a word', async () => {
    const tags = Array.from({ length: 40 }, (_, index) => `tag-${index}`);
    expect(new PdfFile(await typesetNote(makeNote({ tags }))).text()).toMatch(/· tag-\d+…/);
  });

  it('takes every end of a line for one', async () => {
    const text = '`one\u2028two\u2029three\u0085four\u000bfive\u000csix`';
    const pdf = new PdfFile(await typesetNote(makeNote({ text })));
    expect(pdf.text()).toContain('one two three four five six');
  });

  it('cleans what cannot be set: NUL, lone surrogates, control characters', async () => {
    const result = await typesetNote(makeNote({ title: 'A\u0000B\ud800C', text: 'x\u0007y\u009fz' }));
    expect(result).toMatchObject({ ok: true });
    expect(new PdfFile(result).text()).toContain('xyz');
  });
});
