import { expect, it } from 'vitest';
import type { ANNOTATION_PLACES } from '../core/vocabulary';
import { annotate, makeNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

const text = 'Alpha omega zulu.';
const note = makeNote({ text, annotations: [annotate(text, 'omega', 'risk', 'A comment.')] });

it('numbers stand as far from the words before them wherever their comments are', async () => {
  const taken = async (annotations: (typeof ANNOTATION_PLACES)[number]): Promise<string> => {
    const words = new PdfFile(await typesetNote(note, { layout: 'annotated-article', annotations })).words(1);
    const [before, after] = [/^Alpha/, /^zulu/].map((word) => words.find((one) => word.test(one.text)));
    return ((after?.left ?? Number.NaN) - (before?.left ?? Number.NaN)).toFixed(2);
  };
  expect(await taken('margin')).toBe(await taken('endnotes'));
});
