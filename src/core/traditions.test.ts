import { describe, expect, it } from 'vitest';
import be from '../shared/locales/be/layouts.json';
import en from '../shared/locales/en/layouts.json';
import ru from '../shared/locales/ru/layouts.json';
import { composeBriefing, composePack } from './briefing';
import { headRows, letterOf, partsOf, referenceAbove } from './briefing-parts';
import { newNote } from './note';
import { annotationOn } from './samples';
import type { Note } from './schema';
import { TRADITION_SETUPS } from './traditions';
import { defaultChoices, type ExportChoices, TRADITIONS, type Tradition } from './vocabulary';

const TEXT = 'One fact. Two facts. A question. A risk. An action. Another action.';
const note: Note = {
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Title' }),
  language: 'en',
  text: TEXT,
  source: { agency: 'BelTA', date: '2025-01-30' },
  details: {
    reference: 'MT-1',
    to: 'The Minister',
    from: 'Trade unit',
    date: '2025-01-31',
    for: 'decision',
    by: '12 February',
    purpose: 'To agree the line',
  },
  annotations: [
    annotationOn(TEXT, 'One fact', 'key-fact', { comment: 'First' }),
    annotationOn(TEXT, 'Two facts', 'key-fact', { comment: 'Second' }),
    annotationOn(TEXT, 'A question', 'question', {}),
    annotationOn(TEXT, 'A risk', 'risk', {}),
    annotationOn(TEXT, 'An action', 'action', { who: 'Unit' }),
    annotationOn(TEXT, 'Another action', 'action', {}),
  ],
};

function briefed(tradition: Tradition, given: Partial<Note> = {}, choices: Partial<ExportChoices> = {}) {
  const { briefing } = composeBriefing(
    { ...note, ...given },
    { ...defaultChoices, tradition, ...choices },
    en,
  );
  const [first] = briefing.notes;
  if (!first) throw new Error('no note');
  return { briefing, note: first };
}
const headings = (...given: Parameters<typeof briefed>): string[] =>
  briefed(...given).note.sections.map(({ heading }) => heading);

describe('the order of sections', () => {
  it.each([
    ['own', ['purpose', 'key-fact-many', 'question-many', 'action-many', 'risk-many', 'background']],
    ['uk', ['issue', 'recommendation', 'timing', 'background', 'argument', 'annex']],
    ['canada', ['summary', 'issue', 'background', 'considerations', 'recommendation', 'annex']],
    ['new-zealand', ['purpose', 'recommendations', 'background', 'discussion-points', 'annex']],
    ['russia', ['', 'basis', 'analysis', 'conclusions', 'proposals', 'annex']],
  ] as const)('%s', (tradition, expected) => expect(headings(tradition)).toEqual(expected));

  it('leaves out what would be empty, and makes no annex without a text', () => {
    expect(headings('uk', { details: {}, annotations: [] })).toEqual(['background', 'annex']);
    expect(headings('uk', { text: '', annotations: [] })).toEqual(['issue', 'timing']);
    expect(headings('own', { text: '', annotations: [], details: {} })).toEqual(['background']);
  });

  it('puts the text first where comments come after it', () => {
    expect(headings('own', {}, { annotations: 'endnotes' }).slice(0, 3)).toEqual([
      'purpose',
      'background',
      'key-fact-many',
    ]);
    expect(headings('canada', {}, { annotations: 'endnotes' }).at(-1)).toBe('annex');
  });

  it('loses no annotation, whatever the tradition', () => {
    for (const tradition of TRADITIONS) {
      const shown = briefed(tradition).note.sections.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.type === 'annotations' ? part.annotations : [])),
      );
      expect(shown.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });
});

it('counts paragraphs where the tradition does: a table of recommendations is one of them', () => {
  const numbers = briefed('uk').note.sections.flatMap(({ parts }) => parts.map(({ number }) => number));
  // Issue 1, recommendation 2, timing 3, facts 4 and 5, reference 6, question 7, risk 8; the annex has none.
  expect(numbers).toEqual([1, 2, 3, 4, 6, 7, 8, 0]);
  const plain = briefed('russia').note.sections.flatMap(({ parts }) => parts.map(({ number }) => number));
  expect(new Set(plain)).toEqual(new Set([0]));
});

it('decides on recommendations, or lists who and when', () => {
  const formOf = (tradition: Tradition, given: Partial<Note> = {}) =>
    partsOf(briefed(tradition, given).briefing, briefed(tradition, given).note).flatMap((part) =>
      part.type === 'kind' && part.annotations[0]?.kind === 'action' ? [part.form] : [],
    );
  expect(formOf('uk')).toEqual(['decisions']);
  expect(formOf('russia')).toEqual(['duties']);
  const withoutDuty = note.annotations.map(({ who: _who, ...each }) => each);
  expect(formOf('russia', { annotations: withoutDuty })).toEqual(['list']);
});

it('names the rows of the head as the tradition does, with the reference once', () => {
  const { briefing, note: first } = briefed('canada');
  expect(headRows(briefing, first).map(({ name, words }) => [name, words])).toEqual([
    ['addressee', 'The Minister'],
    ['sector', 'Trade unit'],
    ['reference', 'MT-1'],
    ['date', '31 January 2025'],
    ['action-required', 'Decision by 12 February'],
  ]);
  expect(referenceAbove(briefing, first)).toBe('');
  const own = briefed('own');
  expect(referenceAbove(own.briefing, own.note)).toBe('MT-1');
});

describe('what no note knows', () => {
  const presented = (tradition: Tradition, presentation: string, notes: readonly Note[] = [note]) =>
    composePack(notes, 'Title', { ...defaultChoices, tradition, executor: ' Ivanov ' }, en, { presentation })
      .briefing;

  it('is how a decision is presented, a section of a submission of one note', () => {
    const briefing = presented('uk', ' Low interest. ');
    const [first] = briefing.notes;
    if (!first) throw new Error('no note');
    const parts = partsOf(briefing, first);
    const at = parts.findIndex((part) => part.type === 'heading' && part.name === 'presentation');
    expect(parts[at + 1]).toEqual({ type: 'words', number: 9, words: 'Low interest.' });
    const headingsOf = (given: ReturnType<typeof presented>): string[] =>
      given.notes.flatMap(({ sections }) => sections.map(({ heading }) => heading));
    for (const without of [
      presented('uk', ' '),
      presented('canada', 'x'),
      presented('uk', 'x', [note, note]),
    ])
      expect(headingsOf(without)).not.toContain('presentation');
  });

  it('is who prepared it, after the signatures of those who name them', () => {
    const briefing = presented('belarus', '');
    const [first] = briefing.notes;
    if (!first) throw new Error('no note');
    const parts = partsOf(briefing, first);
    const at = parts.findIndex(({ type }) => type === 'signatures');
    expect(parts[at + 1]).toEqual({ type: 'executor', words: 'Ivanov' });
    expect(presented('uk', '').executor).toBe('');
  });
});

it('has those sign who are known, before the annex', () => {
  const typesOf = (given: Partial<Note>) => {
    const { briefing, note: first } = briefed('canada', given);
    return partsOf(briefing, first);
  };
  const parts = typesOf({});
  const at = parts.findIndex(({ type }) => type === 'signatures');
  expect(parts[at]).toMatchObject({
    signers: [
      { as: 'author', name: 'Trade unit' },
      { as: 'reader', name: 'The Minister' },
    ],
  });
  expect(parts[at + 1]).toMatchObject({ type: 'heading', name: 'annex', annex: true });
  expect(typesOf({ details: {} }).map(({ type }) => type)).not.toContain('signatures');
});

it('has words in all languages for all that it names', () => {
  for (const setup of Object.values(TRADITION_SETUPS)) {
    const names = [
      setup.kind,
      ...setup.sections.map(({ heading }) => heading).filter((heading) => heading !== ''),
      ...[...setup.left, ...setup.right].map(({ name }) => name),
      ...setup.decisions,
    ];
    for (const words of [en, ru, be]) expect(Object.keys(words)).toEqual(expect.arrayContaining(names));
  }
});

it('letters more recommendations than there are letters', () => {
  expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['a)', 'z)', 'aa)', 'ab)', 'ba)']);
});
