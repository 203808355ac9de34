import { describe, expect, it } from 'vitest';
import { defaultChoices, LAYOUTS } from '../core/vocabulary';
import { choicesOf, possibleChoices } from './layouts';

describe('choicesOf', () => {
  it.each(LAYOUTS)('has at least one of each: %s', (layout) => {
    const { papers, orientations, annotations } = choicesOf(layout);
    for (const offered of [papers, orientations, annotations]) expect(offered.length).toBeGreaterThan(0);
  });
});

describe('possibleChoices', () => {
  it('keeps what a layout has', () => {
    expect(possibleChoices(defaultChoices)).toEqual(defaultChoices);
  });

  it('takes the first of what a layout has for what it has not', () => {
    expect(possibleChoices({ ...defaultChoices, layout: 'clean-copy' }).annotations).toBe('none');
    expect(possibleChoices({ ...defaultChoices, layout: 'digest' }).annotations).toBe('endnotes');
  });
});
