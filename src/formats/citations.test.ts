import { expect, it } from 'vitest';
import { composeBriefing } from '../core/briefing';
import { defaultChoices } from '../core/vocabulary';
import labels from '../shared/locales/en/layouts.json';
import { writeDocument } from './documents';
import { partsOf } from './docx/same-bytes';
import { annotatedNote } from './test-note';

const composed = composeBriefing(annotatedNote(), { ...defaultChoices, citation: 'oscola' }, labels);

it('cites the source on a web page', async () => {
  const html = Buffer.from((await writeDocument(composed, 'html')).bytes).toString('utf8');
  expect(html).toContain(
    '‘Trade up, exports up’ <em>BelTA</em> (30 January 2025) &lt;<a href="https://example.org/article"',
  );
});

it('cites the source in a Word document', async () => {
  const { bytes } = await writeDocument(composed, 'docx');
  const xml = (await partsOf(Buffer.from(bytes))).get('word/document.xml')?.toString('utf8') ?? '';
  expect(xml).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*<w:t[^>]*>BelTA<\/w:t>/);
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('');
  expect(words).toContain(
    '‘Trade up, exports up’ BelTA (30 January 2025) &lt;https://example.org/article&gt;',
  );
});
