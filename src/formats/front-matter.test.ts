import { expect, it } from 'vitest';
import { markdown } from './markdown';

const BODY = 'Der Handel mit der Region ist gewachsen, und die Ausfuhr von Holz nicht.';

it.each([
  ['lang: en_US', 'en-US'],
  ['language: pt-br', 'pt-BR'],
  ['lang: ""', 'de'],
  ['lang: German, mostly', 'de'],
  ['language: constructor_\nbriefing-desk: 1', 'de'],
])('front matter with %j is of the language %s', async (field, language) => {
  const bytes = new TextEncoder().encode(`---\n${field}\n---\n\n${BODY}\n`);
  const read = await markdown.read(bytes, {
    name: 'a.md',
    now: '2026-11-24T10:00:00.000Z',
    newId: () => '0mwu6espm000n6l9iqd0',
  });
  expect(read.ok && read.value[0]?.note.language).toBe(language);
});
