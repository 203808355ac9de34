import { expect, test } from 'vitest';
import { composePack } from './briefing';
import { newNote } from './note';
import { saidOnceShape } from './said-once';
import { defaultChoices } from './vocabulary';

const details = { reference: 'MT-7', to: 'The Minister', from: 'Trade unit', date: '2025-01-31' };
const note = {
  ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', { title: 'Note' }),
  details,
};
const head = { to: 'The Deputy Minister', from: 'Customs unit', date: '', reference: 'MT-8' };

test('the head of an export says what was said for it alone, and leaves out what was emptied', () => {
  const { briefing } = composePack([note], '', defaultChoices, {}, { head });
  expect(briefing.notes[0]?.details).toMatchObject({ ...head });
  expect(briefing.author).toBe('Customs unit');
  expect(note.details).toEqual(details);
});

test('of several notes each keeps its own head', () => {
  const { briefing } = composePack([note, note], '', defaultChoices, {}, { head });
  expect(briefing.notes.map((each) => each.details.to)).toEqual(['The Minister', 'The Minister']);
});

test('a date is a day or nothing', () => {
  const reads = (date: string): boolean => saidOnceShape.head.safeParse({ date }).success;
  expect(['', '2025-01-31', 'tomorrow'].map(reads)).toEqual([true, true, false]);
});
