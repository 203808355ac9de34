import { expect, it } from 'vitest';
import { articleNote } from './samples';
import { countOf, PdfFile, typesetNote } from './test-typeset';

const marked = async (marking: string, more: Parameters<typeof typesetNote>[1] = {}): Promise<PdfFile> => {
  const set = await typesetNote(articleNote(), { marking, ...more });
  expect(set.ok && set.value.warnings).toEqual([]);
  return new PdfFile(set);
};

// One of each place and look.
const SOME = ['SECRET', 'OFFICIAL: Sensitive', 'PROTECTED B', 'LIMITE', 'TLP:RED'] as const;

it.each(SOME)('is read aloud once, as text of the first page: %s', async (text) => {
  const pdf = await marked(text);
  expect(countOf(text, pdf.structure().replace(/\s+/g, ' '))).toBe(1);
});

/** How often a marking stands on each page: at its head and at its foot. */
async function places(marking: string, more: Parameters<typeof typesetNote>[1] = {}): Promise<number[]> {
  const pdf = await marked(marking, more);
  return Array.from({ length: pdf.pages }, (_, index) => countOf(marking, pdf.text(index + 1)));
}

it('stands where its authority has it', async () => {
  expect(await places('NATO RESTRICTED')).toEqual([2, 2]);
  expect(await places('TLP:GREEN')).toEqual([2, 2]);
  expect(await places('PROTECTED B')).toEqual([1, 1]);
  expect(await places('LIMITE')).toEqual([1, 0]);
  expect(await places('NATO RESTRICTED', { tradition: 'russia' })).toEqual([2, 2]);
});

it('stands above a running head, which begins on the second page', async () => {
  const pdf = await marked('NATO RESTRICTED');
  expect(pdf.text(1).split('MT-2025/014')).toHaveLength(2);
  expect(pdf.text(2)).toContain('trade up 8 %, exports up 21 % MT-2025/014');
});

it('stands on the first page of an annex too, with the number of the copy', async () => {
  expect(await places('Для служебного пользования', { tradition: 'russia' })).toEqual([1, 1]);
  const pdf = await marked('Для служебного пользования', { tradition: 'belarus' });
  expect(pdf.text(2)).toContain('Экз. № ____');
});
