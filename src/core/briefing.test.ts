import { describe, expect, it } from 'vitest';
import { describe as describePassage } from './annotation';
import { composeBriefing } from './briefing';
import { plainText } from './markdown';
import type { Annotation, Note } from './schema';
import type { SetBlock, SetInline } from './set-blocks';
import { defaultChoices, type ExportChoices, type Kind } from './vocabulary';

const noteOf = (given: Partial<Note>): Note => ({
  schema: 3,
  id: '00000000000000000001',
  title: 'Title',
  text: '',
  language: 'en',
  source: {},
  details: {},
  tags: [],
  annotations: [],
  created: '2025-01-31T08:00:00.000Z',
  updated: '2025-02-01T09:00:00.000Z',
  pinned: false,
  archived: false,
  trashed: null,
  ...given,
});

function annotate(
  text: string,
  quote: string,
  given: Partial<Annotation> = {},
  kind: Kind = 'remark',
): Annotation {
  const plain = plainText(text);
  const start = plain.indexOf(quote);
  return {
    id: `annotation${start}`,
    kind,
    target: describePassage(plain, start, start + quote.length),
    state: 'exact',
    comment: '',
    author: 'A. Author',
    created: '2025-01-31T08:00:00.000Z',
    updated: '2025-01-31T08:00:00.000Z',
    resolved: null,
    replies: [],
    ...given,
  };
}

const compose = (
  given: Partial<Note>,
  choices: Partial<ExportChoices> = {},
): ReturnType<typeof composeBriefing> =>
  composeBriefing(noteOf(given), { ...defaultChoices, ...choices }, { untitled: 'Untitled' });

const noteIn = (given: Partial<Note>, choices: Partial<ExportChoices> = {}) => {
  const [note] = compose(given, choices).briefing.notes;
  if (!note) throw new Error('no note');
  return note;
};

const blocksOf = (text: string): readonly SetBlock[] => noteIn({ text }).blocks;
const inlinesOf = (block: SetBlock | undefined): readonly SetInline[] =>
  block && 'children' in block ? block.children : [];

describe('composeBriefing', () => {
  it('says what is known of the note, in words of its language', () => {
    const { briefing } = compose({
      language: 'ru',
      source: { agency: 'БелТА', place: 'Минск', date: '2025-01-30' },
      details: { to: 'Министр', date: '2025-01-31' },
      tags: ['trade/exports'],
    });
    expect(briefing).toMatchObject({ version: 1, language: 'ru', title: 'Title', date: '2025-02-01' });
    expect(briefing.notes[0]).toMatchObject({
      source: { agency: 'БелТА', place: 'Минск', date: '30 января 2025 г.', author: '', address: '' },
      details: {
        reference: '',
        to: 'Министр',
        from: '',
        date: '31 января 2025 г.',
        for: '',
        by: '',
        purpose: '',
      },
      tags: ['trade/exports'],
    });
  });

  it('names its own days in the language of its own words, and the day of a source in the note’s', () => {
    const source = { agency: 'BelTA', date: '2025-01-30' };
    const note = noteOf({ language: 'en', source, details: { date: '2025-01-31' } });
    const { briefing } = composeBriefing(note, defaultChoices, { language: 'ru' });
    expect(briefing.day).toBe('1 февраля 2025 г.');
    expect(briefing.notes[0]?.details.date).toBe('31 января 2025 г.');
    expect(briefing.notes[0]?.source.date).toBe('30 January 2025');
  });

  it('names as author who it is from, else who wrote the source, else its agency', () => {
    const source = { agency: 'BelTA', author: 'A. Reporter' };
    expect(compose({ source, details: { from: 'Trade unit' } }).briefing.author).toBe('Trade unit');
    expect(compose({ source }).briefing.author).toBe('A. Reporter');
    expect(compose({ source: { agency: 'BelTA' } }).briefing.author).toBe('BelTA');
    expect(compose({}).briefing.author).toBe('');
  });

  it('levels headings from 1, none skipped', () => {
    const levels = blocksOf('### a\n\n# b\n\n#### c\n\n###### d\n\n#### e').map(
      (block) => 'level' in block && block.level,
    );
    expect(levels).toEqual([1, 1, 2, 3, 2]);
  });

  it('makes headings inside quotations, lists and comments strong paragraphs', () => {
    expect(blocksOf('> # quoted')).toMatchObject([
      { type: 'quote', blocks: [{ type: 'paragraph', children: [{ type: 'strong' }] }] },
    ]);
    expect(blocksOf('- # listed')).toMatchObject([
      { type: 'list', items: [{ blocks: [{ type: 'paragraph', children: [{ type: 'strong' }] }] }] },
    ]);
    const text = 'words';
    const { annotations } = noteIn({ text, annotations: [annotate(text, text, { comment: '# said' })] });
    expect(annotations[0]?.comment).toMatchObject([{ type: 'paragraph', children: [{ type: 'strong' }] }]);
  });

  it('numbers annotations in the order of their passages, those without one last', () => {
    const text = 'one two three';
    const { annotations } = noteIn({
      text,
      annotations: [
        annotate(text, 'three'),
        annotate(text, 'one', { state: 'orphan' }),
        annotate(text, 'two', { resolved: '2025-02-01T00:00:00.000Z' }),
      ],
    });
    expect(
      annotations.map(({ number, quote, anchored, resolved }) => ({ number, quote, anchored, resolved })),
    ).toEqual([
      { number: 1, quote: 'two', anchored: true, resolved: true },
      { number: 2, quote: 'three', anchored: true, resolved: false },
      { number: 3, quote: 'one', anchored: false, resolved: false },
    ]);
  });

  it('marks in the text where passages begin and end, also where they overlap', () => {
    const text = 'one **two** three';
    const { blocks } = noteIn({
      text,
      annotations: [annotate(text, 'one two'), annotate(text, 'two three')],
    });
    expect(inlinesOf(blocks[0])).toEqual([
      { type: 'begin', number: 1 },
      { type: 'text', text: 'one ', in: [1], language: '' },
      {
        type: 'strong',
        children: [
          { type: 'begin', number: 2 },
          { type: 'text', text: 'two', in: [1, 2], language: '' },
          { type: 'end', number: 1 },
        ],
      },
      { type: 'text', text: ' three', in: [2], language: '' },
      { type: 'end', number: 2 },
    ]);
  });

  it('leaves annotations and their marks out when there shall be none', () => {
    const text = 'one two';
    const note = noteIn({ text, annotations: [annotate(text, 'two')] }, { annotations: 'none' });
    expect(note.annotations).toEqual([]);
    expect(inlinesOf(note.blocks[0])).toEqual([{ type: 'text', text: 'one two', in: [], language: '' }]);
  });

  it('leaves out the kinds that are not chosen, and resolved ones, and numbers what is left', () => {
    const text = 'one two three four';
    const annotations = [
      annotate(text, 'one', {}, 'risk'),
      annotate(text, 'two', {}, 'action'),
      annotate(text, 'three', { resolved: '2025-02-01T00:00:00.000Z' }, 'action'),
      annotate(text, 'four', { state: 'orphan' }, 'action'),
    ];
    const note = noteIn({ text, annotations }, { kinds: ['action'], resolved: false });
    expect(note.annotations.map(({ number, quote }) => ({ number, quote }))).toEqual([
      { number: 1, quote: 'two' },
      { number: 2, quote: 'four' },
    ]);
    const runs = inlinesOf(note.blocks[0]);
    expect(runs.filter(({ type }) => type === 'begin')).toEqual([{ type: 'begin', number: 1 }]);
  });

  it('carries who does an action and by when, and quotes in one line', () => {
    const text = 'one\n\ntwo';
    const quote = plainText(text);
    const { annotations } = noteIn({
      text,
      annotations: [annotate(text, quote, { who: 'Trade unit', by: 'Friday' }, 'action')],
    });
    expect(annotations[0]).toMatchObject({
      kind: 'action',
      who: 'Trade unit',
      by: 'Friday',
      quote: 'one two',
    });
  });

  it('says which passages lie over one another, so that their lines stand below each other', () => {
    const text = 'one two three four';
    const { annotations } = noteIn({
      text,
      annotations: [annotate(text, 'two three'), annotate(text, 'three'), annotate(text, 'four')],
    });
    expect(annotations.map(({ quote, lane }) => [quote, lane])).toEqual([
      ['two three', 0],
      ['three', 1],
      ['four', 0],
    ]);
  });

  it('carries replies under their comment, without headings of their own', () => {
    const reply = {
      id: 'r0000001',
      author: 'B',
      created: '2025-02-01T08:00:00.000Z',
      updated: '2025-02-01T08:00:00.000Z',
    };
    const annotation = annotate('one', 'one', { replies: [{ ...reply, comment: '# Said' }] });
    const [replied] = noteIn({ text: 'one', annotations: [annotation] }).annotations;
    expect(replied?.replies).toMatchObject([
      {
        author: 'B',
        date: '1 February 2025',
        comment: [{ type: 'paragraph', children: [{ type: 'strong' }] }],
      },
    ]);
  });

  it.each(['##', '## <!-- a comment -->', '## &#8203;', '##  **\u00ad**'])(
    'leaves out a heading without words: %s',
    (empty) => {
      const blocks = blocksOf(`# One\n\n${empty}\n\n### Two`);
      expect(blocks.map((block) => block.type === 'heading' && block.level)).toEqual([1, 2]);
    },
  );

  it('says how much room the columns of a table want', () => {
    expect(blocksOf('| a | b |\n|:-|-:|\n| some words | x |')).toMatchObject([
      {
        type: 'table',
        align: ['left', 'right'],
        columns: [
          { longestWord: 6.29, longestCell: 12.58, plain: true },
          { longestWord: 1.22, longestCell: 1.22, plain: true },
        ],
      },
    ]);
  });

  it('keeps the images of the note itself, each once, and counts the others', () => {
    const one = 'data:image/png;base64,AAAA';
    const { images, imagesLeftOut, briefing } = compose({
      text: `![a](${one}) ![b](${one}) ![c](https://example.org/c.png)`,
    });
    expect([...images]).toEqual([['image-1.png', 'AAAA']]);
    expect(imagesLeftOut).toBe(1);
    const shown = inlinesOf(briefing.notes[0]?.blocks[0]).filter(({ type }) => type === 'image');
    expect(shown).toMatchObject([
      { image: 'image-1.png' },
      { image: 'image-1.png' },
      { image: '', text: 'c' },
    ]);
  });

  it('marks words in another script with a language', () => {
    expect(inlinesOf(blocksOf('In Рэспубліка Беларусь it is.')[0])).toEqual([
      { type: 'text', text: 'In ', in: [], language: '' },
      { type: 'text', text: 'Рэспубліка Беларусь', in: [], language: 'be' },
      { type: 'text', text: ' it is.', in: [], language: '' },
    ]);
  });
});
