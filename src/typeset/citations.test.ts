import { expect, it } from 'vitest';
import { CITATIONS, LAYOUTS } from '../core/vocabulary';
import { articleNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

const ADDRESS = `https://example.org/${'economics/'.repeat(12)}trade_with_vologda_oblast`;
const cited = articleNote({
  source: { agency: 'BelTA', place: 'Minsk', date: '2025-01-30', address: ADDRESS, accessed: '2025-02-01' },
});

it.each(LAYOUTS)(
  '%s cites the source in the pattern that was chosen, with an address that breaks',
  async (layout) => {
    const set = await typesetNote(cited, { layout, citation: 'oscola' });
    expect(set.ok && set.value.warnings).toEqual([]);
    const pdf = new PdfFile(set);
    const text = pdf.text().replace(/ /g, '');
    expect(text).toContain('’BelTA(30January2025)<https://example.org/');
    expect(text).toMatch(/trade_with_vologda_oblast>/);
    expect(text).toContain('accessed1February2025');
    const right = Math.max(...pdf.words(1).map((word) => word.right));
    expect(right).toBeLessThan(595 - 36);
  },
);

it.each(CITATIONS)('can be read by everyone: %s', async (citation) => {
  const set = await typesetNote(cited, { citation, parts: ['cover', 'source'] });
  expect(set.ok && set.value.warnings).toEqual([]);
});
