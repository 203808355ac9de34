import { expect, it } from 'vitest';
import { composeBriefing } from '../core/briefing';
import { defaultChoices } from '../core/vocabulary';
import labels from '../shared/locales/en/layouts.json';
import { writeDocument } from './documents';
import { partsOf } from './docx/same-bytes';
import { annotatedNote } from './test-note';

const composed = composeBriefing(
  annotatedNote({ title: 'Exports up 777 %' }),
  { ...defaultChoices, parts: ['figures-check', 'list-of-annotations'] },
  labels,
);

it('prints both registers on a web page, and every link leads somewhere', async () => {
  const html = Buffer.from((await writeDocument(composed, 'html')).bytes).toString('utf8');
  expect(html).toContain('>Figures check</span></h2>');
  expect(html).toMatch(/<td>777 %<\/td><td><span lang="en">Title<\/span><\/td><td><strong>/);
  expect(html).toContain('>List of annotations</span></h2>');
  expect(html).toContain('<a href="#passage-1-1">“');
  for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${id}"`);
});

it('prints both registers in a Word document', async () => {
  const { bytes } = await writeDocument(composed, 'docx');
  const xml = (await partsOf(Buffer.from(bytes))).get('word/document.xml')?.toString('utf8') ?? '';
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said);
  const at = words.indexOf('Figures check');
  expect(at).toBeGreaterThan(0);
  expect(words.slice(at, at + 12)).toContain('777 %');
  expect(words.indexOf('List of annotations')).toBeGreaterThan(at);
  expect(words.slice(words.indexOf('List of annotations'))).toContain('Passage and comment');
});
