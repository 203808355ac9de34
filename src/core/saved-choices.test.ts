import { describe, expect, it } from 'vitest';
import { keptChoices } from './kept-choices';
import {
  choicesName,
  MAX_SAVED_CHOICES,
  renamed,
  savedNamed,
  withoutSaved,
  withSaved,
} from './saved-choices';
import { defaultChoices } from './vocabulary';

const saved = (name: string, marking = '') => ({ name, choices: { ...defaultChoices, marking } });
const all = [saved('Minister'), saved('Press')];

describe('saved choices', () => {
  it('stand in the order of their names, each name once whatever its capitals', () => {
    const more = withSaved(all, saved('archive', 'X'));
    expect(more).toMatchObject({ value: [{ name: 'archive' }, { name: 'Minister' }, { name: 'Press' }] });
    expect(withSaved(all, saved('PRESS', 'X'))).toMatchObject({
      value: [{ name: 'Minister' }, { name: 'PRESS', choices: { marking: 'X' } }],
    });
  });

  it('are renamed, but not to a name that others have', () => {
    expect(renamed(all, 'press', 'Archive')).toMatchObject({
      value: [{ name: 'Archive' }, { name: 'Minister' }],
    });
    expect(renamed(all, 'Press', 'press')).toMatchObject({ ok: true });
    expect(renamed(all, 'Press', 'minister')).toMatchObject({ error: { code: 'choices-name-taken' } });
    expect(renamed(all, 'Gone', 'New')).toMatchObject({ error: { code: 'choices-unknown' } });
  });

  it('are found by their names, and those that there are are named', () => {
    expect(savedNamed(all, '  press ')).toMatchObject({ ok: true });
    expect(savedNamed(all, 'x')).toMatchObject({ error: { details: { names: 'Minister, Press' } } });
    expect(withoutSaved(all, 'PRESS')).toEqual([all[0]]);
  });

  it('are not more than can be kept, though one more time the same', () => {
    const full = Array.from({ length: MAX_SAVED_CHOICES }, (_, index) => saved(`Name ${index}`));
    expect(withSaved(full, saved('One more'))).toMatchObject({ error: { code: 'choices-full' } });
    expect(withSaved(full, saved('name 5'))).toMatchObject({ ok: true });
  });

  it('have names of one line', () => expect(choicesName('  For \n the  minister ')).toBe('For the minister'));
});

describe('kept choices', () => {
  it('come back as they were', () => {
    const choices = { ...defaultChoices, layout: 'digest', parts: ['cover'], marking: 'SECRET' } as const;
    expect(keptChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
  });

  it.each([null, 'x', [], { layout: 'gone', kinds: 'all', parts: ['gone'], resolved: 1, marking: 5 }])(
    'are as at first where %j is not known',
    (value) => {
      const { parts: _, ...rest } = keptChoices(value);
      const { parts: __, ...usual } = defaultChoices;
      expect(rest).toEqual(usual);
    },
  );
});
