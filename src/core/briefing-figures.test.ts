import { expect, it } from 'vitest';
import { composeBriefing } from './briefing';
import { figuresCounted, partsOf, saidOfFigure } from './briefing-parts';
import { newNote } from './note';
import { annotationOn } from './samples';
import type { Note } from './schema';
import { defaultChoices, type ExportChoices, type Part } from './vocabulary';

const TEXT =
  'Exports rose 21% in 2024. Trade with the region grew by 8% in the same year; 18 agreements are in force.';
const note: Note = {
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Trade up 9 %' }),
  language: 'en',
  text: TEXT,
  details: { purpose: 'To agree a line before 300 km of road are built' },
  annotations: [
    annotationOn(TEXT, '18 agreements', 'remark', { comment: '18 agreements' }),
    annotationOn(TEXT, 'Exports rose 21%', 'key-fact', { comment: 'Exports rose 21 %' }),
  ],
};
const labels = {
  'quote-open': '“',
  'quote-close': '”',
  'where-text': 'in the text',
  'where-passage': 'in the passage',
  'figure-other': 'has only “{other}”',
  'figures-counted': '{found}, {different}, {missing}',
};

function composed(choices: Partial<ExportChoices> = {}) {
  const parts: readonly Part[] = ['figures-check', 'list-of-annotations'];
  const { briefing } = composeBriefing(note, { ...defaultChoices, parts, ...choices }, labels);
  const [first] = briefing.notes;
  if (!first) throw new Error('no note');
  return {
    briefing,
    note: first,
    parts: partsOf(briefing, first).flatMap(({ type }) => (type === 'heading' ? [] : [type])),
  };
}

it('tells of every figure where it was written and what the text says', () => {
  const { figures } = composed().note;
  expect(figures).toEqual([
    expect.objectContaining({ written: 'title', number: 0, figure: '9 %', state: 'different' }),
    expect.objectContaining({ written: 'purpose', figure: '300 km', state: 'not-in-source', where: '' }),
    expect.objectContaining({ written: 'comment', number: 1, figure: '21 %', where: 'passage' }),
    expect.objectContaining({ written: 'comment', number: 2, figure: '18', state: 'found' }),
  ]);
  expect(figures[0]?.there).toEqual(['grew by 8%']);
  expect(figures.map((each) => saidOfFigure(each, labels))).toEqual([
    '“grew by 8%” in the text',
    '–',
    'in the passage',
    'in the passage',
  ]);
  expect(figuresCounted(figures, labels)).toBe('2, 1, 1');
});

it('compares only what is shown, and nothing where the check is not printed', () => {
  expect(composed({ kinds: ['remark'] }).note.figures.map(({ figure }) => figure)).toEqual([
    '9 %',
    '300 km',
    '18',
  ]);
  expect(composed({ parts: ['source'] }).note.figures).toEqual([]);
});

it('puts both registers last, and leaves out what would be empty', () => {
  expect(composed().parts.slice(-2)).toEqual(['figures', 'list']);
  expect(composed({ parts: [] }).parts).not.toContain('list');
  expect(composed({ annotations: 'none' }).parts).not.toContain('list');
});

it('gives the beginning of a long comment in whole words', () => {
  const comment = `**First** ${'words and more words '.repeat(20)}`;
  const { briefing } = composeBriefing(
    { ...note, annotations: [annotationOn(TEXT, '18 agreements', 'remark', { comment })] },
    defaultChoices,
    labels,
  );
  const beginning = briefing.notes[0]?.annotations[0]?.beginning ?? '';
  expect(beginning).toMatch(/^First words and more .* (words|and|more)…$/);
  expect(beginning.length).toBeLessThan(170);
});
