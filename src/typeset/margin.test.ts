import { describe, expect, it } from 'vitest';
import { placeCards } from './margin';

const column = { top: 80, bottom: 780 };
const mark = (at: 'begin' | 'end', number: number, page: number, y: number) => ({
  at,
  number,
  key: '',
  page,
  x: 70,
  y,
});
const hook = (key: string, page: number, y: number) => ({
  at: 'hook' as const,
  number: 0,
  key,
  page,
  x: 70,
  y,
});
const card = (number: number, height: number, short = false) => ({ number, height, short });
const measured = { note: 0, gap: 9, rise: 10, first: 1, columns: [column, column] };

describe('placeCards', () => {
  it('sets a card on the line of its passage, at the first hook after it', () => {
    const marks = [
      hook('0.', 1, 100),
      mark('begin', 1, 1, 200),
      mark('end', 1, 1, 215),
      hook('0.2', 1, 216),
      hook('1.', 1, 300),
    ];
    expect(placeCards([{ ...measured, cards: [card(1, 50)], marks }])).toEqual({
      passages: { 0: { 1: { page: 1, x: 70, y: 190 } } },
      beside: { 0: { 1: { page: 1, top: 190 } } },
      hooks: {
        0: { '0.2': { x: 70, y: 216, cards: [{ number: 1, height: 50, short: false, top: 190 }] } },
      },
      after: { 0: [] },
      last: true,
    });
  });

  it('passes over hooks that stand in more than one place', () => {
    const marks = [
      mark('begin', 1, 1, 200),
      hook('1.0-0.', 1, 200),
      hook('2.', 1, 230),
      hook('1.0-0.', 1, 300),
    ];
    const places = placeCards([{ ...measured, cards: [card(1, 50)], marks }]);
    expect(Object.keys(places?.hooks[0] ?? {})).toEqual(['2.']);
  });

  it('takes a card that found no room to the next page, and the last ones after the text', () => {
    const marks = [
      ...[1, 2, 3].map((number) => mark('begin', number, 1, 700)),
      hook('0.', 1, 690),
      hook('1.', 2, 100),
    ];
    const cards = [card(1, 500), card(2, 500), card(3, 500)];
    const places = placeCards([{ ...measured, cards, marks }]);
    expect(places?.hooks[0]?.['0.']?.cards.map(({ number }) => number)).toEqual([1]);
    expect(places?.hooks[0]?.['1.']?.cards).toMatchObject([{ number: 2, top: 80 }]);
    expect(places?.after).toEqual({ 0: [3] });
    // What is set after the text moves what follows: it has to be looked at again.
    expect(places?.last).toBe(false);
  });

  it('sets what is cut short in the margin also after the text, and so what has no hook on its page', () => {
    const marks = [mark('begin', 1, 1, 200), mark('begin', 2, 2, 200), hook('0.', 1, 300)];
    const places = placeCards([{ ...measured, cards: [card(1, 50, true), card(2, 50)], marks }]);
    expect(places?.after).toEqual({ 0: [1, 2] });
    expect(Object.keys(places?.hooks[0] ?? {})).toEqual(['0.']);
  });

  it('keeps the notes of a pack apart: no card goes to the pages of the next note', () => {
    const first = {
      ...measured,
      columns: [column],
      cards: [card(1, 500), card(2, 500)],
      marks: [mark('begin', 1, 1, 700), mark('begin', 2, 1, 710), hook('0.', 1, 690)],
    };
    const second = {
      ...measured,
      note: 1,
      first: 2,
      columns: [column],
      cards: [card(1, 50)],
      marks: [mark('begin', 1, 2, 200), hook('0.', 2, 210)],
    };
    const places = placeCards([first, second]);
    expect(places?.after).toEqual({ 0: [2], 1: [] });
    expect(places?.hooks[0]?.['0.']?.cards).toMatchObject([{ number: 1, height: 500 }]);
    expect(places?.hooks[1]?.['0.']?.cards).toMatchObject([{ number: 1, top: 190 }]);
  });

  it('makes nothing of what is not of the form', () => {
    expect(placeCards([])).toBeNull();
    expect(placeCards([{ cards: [] }])).toBeNull();
  });
});
