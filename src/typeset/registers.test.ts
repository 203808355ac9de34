import { describe, expect, it } from 'vitest';
import { articleNote } from './samples';
import { countOf, PdfFile, typesetNote } from './test-typeset';

const PARTS = ['figures-check', 'list-of-annotations'] as const;
const WITH_DOUBT = { title: 'Belarus–Vologda Oblast: trade up 9 %' };

describe.each(['briefing-note', 'annotated-article'] as const)('%s', (layout) => {
  it('prints the figures with what the source says, and all annotations with their pages', async () => {
    const set = await typesetNote(articleNote(WITH_DOUBT), { layout, parts: PARTS });
    expect(set.ok && set.value.warnings).toEqual([]);
    const pdf = new PdfFile(set);
    const text = pdf.text();
    expect(text).toContain('Found: 6 · Different: 1 · Not in the source: 0');
    expect(text).toMatch(/9.?% Title Different “increased by 8%” \/ “rose 21%” in the text/);
    const list = text.slice(text.lastIndexOf('List of annotations'));
    expect(countOf('Desk officer 31 January 2025', list)).toBe(6);
    const onSecond = countOf('Desk officer 31 January 2025 2', list);
    expect(onSecond).toBe(layout === 'briefing-note' ? 2 : 0);
  });

  it('says of a figure that the source does not have that it is not there', async () => {
    const title = 'Belarus–Vologda Oblast: 77 tractors';
    const set = await typesetNote(articleNote({ title }), { layout, parts: PARTS });
    const text = new PdfFile(set).text();
    expect(text).toContain('Not in the source: 1');
    expect(text).toMatch(/77 Title Not in the source –/);
  });

  it('leads from the number in the text to the list, and from the page in the list to the passage', async () => {
    const kinds = ['risk'] as const;
    const linksWith = async (parts: readonly (typeof PARTS)[number][]): Promise<number> => {
      const pdf = new PdfFile(await typesetNote(articleNote(), { layout, kinds, parts }));
      return countOf('/Subtype/Link', pdf.raw().replaceAll(/\/Subtype\s+\/Link/g, '/Subtype/Link'));
    };
    expect(await linksWith(PARTS)).toBe((await linksWith([])) + 2);
  });
});

it('numbers the passages of a digest where its figures name them', async () => {
  const numbered = new PdfFile(
    await typesetNote(articleNote(), { layout: 'digest', parts: ['figures-check'] }),
  );
  expect(numbered.text()).toMatch(/Key facts 1 “Belarusian exports/);
  const without = new PdfFile(await typesetNote(articleNote(), { layout: 'digest', parts: [] }));
  expect(without.text()).toMatch(/Key facts “Belarusian exports/);
});
