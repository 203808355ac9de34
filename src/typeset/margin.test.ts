import { describe, expect, it } from 'vitest';
import { placeCards } from './margin';

const column = { top: 80, bottom: 780 };
const mark = (at: 'begin' | 'end' | 'hook', number: number, page: number, y: number, x = 70) => ({
  at,
  number,
  page,
  x,
  y,
});
const card = (number: number, height: number, short = false) => ({ number, height, short });
const measured = { note: 0, gap: 9, rise: 10, first: 1, columns: [column, column] };

describe('placeCards', () => {
  it('sets a card on the line of its passage, at the first hook after it', () => {
    const marks = [
      mark('hook', 0, 1, 100),
      mark('begin', 1, 1, 200),
      mark('end', 1, 1, 215),
      mark('hook', 0, 1, 216),
    ];
    expect(placeCards([{ ...measured, cards: [card(1, 50)], marks }])).toEqual({
      passages: { 0: { 1: { page: 1, x: 70, y: 190 } } },
      beside: { 0: { 1: { page: 1, top: 190 } } },
      hooks: { 1: [{ x: 70, y: 216, cards: [{ number: 1, height: 50, short: false, top: 190 }] }] },
      after: { 0: [] },
    });
  });

  it('passes over hooks that stand in the same place', () => {
    const marks = [
      mark('begin', 1, 1, 200),
      mark('hook', 0, 1, 200),
      mark('hook', 0, 1, 200),
      mark('hook', 0, 1, 230),
    ];
    expect(placeCards([{ ...measured, cards: [card(1, 50)], marks }])?.hooks[1]).toMatchObject([{ y: 230 }]);
  });

  it('takes a card that found no room to the next page, and the last ones after the text', () => {
    const marks = [
      ...[1, 2, 3].map((number) => mark('begin', number, 1, 700)),
      mark('hook', 0, 1, 690),
      mark('hook', 0, 2, 100),
    ];
    const cards = [card(1, 500), card(2, 500), card(3, 500)];
    const places = placeCards([{ ...measured, cards, marks }]);
    expect(places?.hooks[1]?.[0]?.cards.map(({ number }) => number)).toEqual([1]);
    expect(places?.hooks[2]?.[0]?.cards).toMatchObject([{ number: 2, top: 80 }]);
    expect(places?.after).toEqual({ 0: [3] });
  });

  it('sets what is cut short in the margin also after the text, and so what has no hook on its page', () => {
    const marks = [mark('begin', 1, 1, 200), mark('begin', 2, 2, 200), mark('hook', 0, 1, 300)];
    const places = placeCards([{ ...measured, cards: [card(1, 50, true), card(2, 50)], marks }]);
    expect(places?.after).toEqual({ 0: [1, 2] });
    expect(Object.keys(places?.hooks ?? {})).toEqual(['1']);
  });

  it('keeps the notes of a pack apart: no card goes to the pages of the next note', () => {
    const first = {
      ...measured,
      columns: [column],
      cards: [card(1, 500), card(2, 500)],
      marks: [mark('begin', 1, 1, 700), mark('begin', 2, 1, 710), mark('hook', 0, 1, 690)],
    };
    const second = {
      ...measured,
      note: 1,
      first: 2,
      columns: [column],
      cards: [card(1, 50)],
      marks: [mark('begin', 1, 2, 200), mark('hook', 0, 2, 210)],
    };
    const places = placeCards([first, second]);
    expect(places?.after).toEqual({ 0: [2], 1: [] });
    expect(places?.hooks[1]?.[0]?.cards).toMatchObject([{ number: 1, height: 500 }]);
    expect(places?.hooks[2]?.[0]?.cards).toMatchObject([{ number: 1, top: 190 }]);
  });

  it('makes nothing of what is not of the form', () => {
    expect(placeCards([])).toBeNull();
    expect(placeCards([{ cards: [] }])).toBeNull();
  });
});
