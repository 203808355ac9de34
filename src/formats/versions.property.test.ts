import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../core/versions/canonical';
import { changeBetween, changed } from '../core/versions/change';
import { arbitraryNote } from './arbitrary-note';

// Beside the notes that it takes, which core cannot import.
describe('the change between any two versions of a note', () => {
  it('makes the one of the other, whatever they are, also as JSON', () => {
    fc.assert(
      fc.property(arbitraryNote, arbitraryNote, (a, b) => {
        const change = JSON.parse(JSON.stringify(changeBetween(a, b)));
        expect(canonical(changed(a, change))).toBe(canonical(b));
      }),
    );
  });

  it('makes it of annotations that are added, removed, changed and put in another order', () => {
    const operations = fc.record({
      kept: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      comment: fc.string(),
      reversed: fc.boolean(),
      twice: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryNote, arbitraryNote, operations, (a, b, { kept, comment, reversed, twice }) => {
        const rest = a.annotations.filter((_, index) => kept[index]);
        const annotations = [...rest.map((one, index) => (index === 0 ? { ...one, comment } : one))];
        annotations.push(...b.annotations);
        if (reversed) annotations.reverse();
        if (twice && annotations[0]) annotations.push(annotations[0]);
        const to = { ...a, annotations };
        expect(canonical(changed(a, changeBetween(a, to)))).toBe(canonical(to));
      }),
    );
  });

  it('is nothing between a note and itself', () => {
    fc.assert(
      fc.property(arbitraryNote, (note) => {
        expect(changeBetween(note, JSON.parse(JSON.stringify(note)))).toEqual({});
      }),
    );
  });
});
