import { expect, it } from 'vitest';
import { newNote, summarise } from './note';
import { noteSchema, summarySchema } from './schema';

const AT = '2026-01-01T00:00:00.000Z';

it('a new note is a note', () => {
  expect(noteSchema.parse(newNote('0note000', AT))).toEqual(newNote('0note000', AT));
});

it('a summary is one, with the first words as they read', () => {
  const note = newNote('0note000', AT, {
    text: '# Head\n\nSome **strong** words \\* and [a link](https://example.org).\n\nMore',
    source: { agency: 'BelTA', place: '', dateline: 'MINSK' },
  });
  const summary = summarise(note);
  expect(summarySchema.parse(summary)).toEqual(summary);
  expect(summary).toMatchObject({
    excerpt: 'Head Some strong words * and a link. More',
    source: { agency: 'BelTA' },
    annotations: 0,
  });
});

it('a summary of a long text is short, and cuts no letter in two', () => {
  const { excerpt } = summarise(newNote('0note000', AT, { text: '🚜'.repeat(5000) }));
  expect(excerpt.length).toBeLessThanOrEqual(140);
  expect(excerpt.isWellFormed()).toBe(true);
});
