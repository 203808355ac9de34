import { expect, test } from 'vitest';
import { noteSchema } from '../../src/core/schema';
import { makeNote } from './make-library.mjs';
import { createRandom } from './statistics.mjs';

test('the notes of the benchmarks are notes', () => {
  const random = createRandom(1);
  for (let number = 0; number < 50; number++) {
    const note = makeNote(number, random);
    expect(noteSchema.parse(note)).toEqual(note);
  }
});
