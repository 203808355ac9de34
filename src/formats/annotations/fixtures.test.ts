import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countImported, withImported } from '../../core/import-annotations';
import { type Note, noteSchema } from '../../core/schema';
import { readAnnotations, writeAnnotations } from './registry';

const folder = path.resolve('fixtures/interchange');
const now = '2026-11-24T10:00:00.000Z';
const names = readdirSync(folder).filter(
  (name) => /\.(?:html|jsonld|json)$/.test(name) && !name.includes('.read.'),
);

/** The article, with its annotations. */
const stored: unknown = JSON.parse(readFileSync('fixtures/annotated-article/note.json', 'utf8'));
const article = noteSchema.parse((stored as { note: unknown }).note);
const bare: Note = { ...article, annotations: [] };

async function annotationsOf(name: string) {
  const read = await readAnnotations(readFileSync(path.join(folder, name)), { name, now });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe.each(names)('%s', (name) => {
  it('is read as it always was', async () => {
    const read = await annotationsOf(name);
    await expect(`${JSON.stringify(read, null, 2)}\n`).toMatchFileSnapshot(
      path.join(folder, `${name.replace(/\.[^.]+$/, '')}.read.json`),
    );
  });

  it('finds its passages in the article, and brings nothing twice', async () => {
    const incoming = (await annotationsOf(name)).found.map(({ annotation }) => annotation);
    const after = { ...bare, annotations: withImported(bare, incoming) };
    expect(after.annotations).toHaveLength(incoming.length);
    for (const { state, target } of after.annotations)
      if (state === 'exact') expect(target[1].exact).not.toBe('');
    expect(withImported(after, incoming)).toBe(after.annotations);
    expect(countImported(after, after, incoming).known).toBe(incoming.length);
    expect(countImported(bare, after, incoming)).toMatchSnapshot();
  });
});

it('the article leaves as the Web Annotations that it always left as', async () => {
  await expect(new TextDecoder().decode(writeAnnotations(article))).toMatchFileSnapshot(
    path.join(folder, 'annotations.jsonld'),
  );
});
