import { expect, it } from 'vitest';
import { MARKING_SETS, markingLook } from './markings';

const texts = MARKING_SETS.flatMap(({ markings }) => markings.map(([text]) => text));

it('has each text once, so that its look is known', () => expect(new Set(texts).size).toBe(texts.length));

it('keeps the Traffic Light Protocol in its black box, untranslated and without spaces', () => {
  const tlp = texts.filter((text) => text.startsWith('TLP'));
  expect(tlp).toEqual(['TLP:RED', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:GREEN', 'TLP:CLEAR']);
  for (const text of tlp) expect(markingLook(text)).toMatchObject({ onBlack: true, place: 'right' });
});

it('puts each where its authority has it', () => {
  expect(markingLook('OFFICIAL-SENSITIVE').place).toBe('centre');
  expect(markingLook('PROTECTED B').place).toBe('right-above');
  expect(markingLook('LIMITE').place).toBe('first-page');
  expect(markingLook(' Для  служебного пользования ')).toMatchObject({
    place: 'first-page',
    below: 'Экз. № ____',
  });
});

it('takes any other text as it is', () => {
  expect(markingLook('For the delegation only')).toEqual({
    place: 'centre',
    colour: 'A3301F',
    onBlack: false,
    below: '',
  });
});
