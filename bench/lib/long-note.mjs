import { makeNote } from './make-library.mjs';
import { createRandom } from './statistics.mjs';

const kinds = ['key-fact', 'question', 'action', 'risk', 'remark'];
const longest = 300_000;

/**
 * A note of 300,000 characters with evenly spread annotations.
 * @param {object} options
 * @param {number} options.annotations how many
 * @param {(text: string) => string} options.plainText as `src/core/markdown.ts` has it
 * @param {number} [options.number] of the note in its library
 * @param {number} [options.lost] how many of the annotations have lost their passage, the last ones
 */
export function makeLongNote({ annotations: count, plainText, number: place = 0, lost = 0 }) {
  const random = createRandom(count + 7 + place);
  const note = makeNote(place, random);
  const text = Array.from({ length: 75 }, (_, number) => makeNote(number, random).text)
    .join('\n\n')
    .slice(0, longest);
  const plain = plainText(text);
  const annotations = Array.from({ length: count }, (_, number) => {
    const start = Math.floor(((number + 0.5) * plain.length) / count);
    const end = start + 40;
    return {
      id: `annotation${String(number).padStart(10, '0')}`,
      kind: kinds[number % kinds.length],
      target: [
        { type: 'TextPositionSelector', start, end },
        {
          type: 'TextQuoteSelector',
          exact: plain.slice(start, end),
          prefix: plain.slice(Math.max(0, start - 32), start),
          suffix: plain.slice(end, end + 32),
        },
      ],
      state: number < count - lost ? 'exact' : 'orphan',
      comment: `Comment ${number + 1}: to be asked of the ministry.`,
      author: 'Bench',
      created: note.created,
      updated: note.created,
      resolved: null,
      replies: [],
    };
  });
  return { ...note, text, annotations };
}
