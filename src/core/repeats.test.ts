import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutRepeats } from './repeats';

const long = 'A paragraph that is long enough to be noticed when it is there twice.';

it('leaves the later ones out, however their white space is set', () => {
  const paragraphs = [long, 'Short', long.replace(' ', '\u00a0'), 'Short', `${long} `, 'End'];
  expect(withoutRepeats(paragraphs)).toEqual({ kept: [long, 'Short', 'Short', 'End'], leftOut: 2 });
});

it('does nothing more the second time', () => {
  const paragraph = fc.constantFrom(long, long.toUpperCase(), 'Short', '');
  fc.assert(
    fc.property(fc.array(paragraph), (paragraphs) => {
      const { kept, leftOut } = withoutRepeats(paragraphs);
      expect(kept.length + leftOut).toBe(paragraphs.length);
      expect(withoutRepeats(kept)).toEqual({ kept, leftOut: 0 });
    }),
  );
});
