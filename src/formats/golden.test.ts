import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOTE_SCHEMA } from '../core/vocabulary';
import { readNote, writeNote } from './registry';

const fixtures = path.resolve('fixtures');
const cases = readdirSync(fixtures, { withFileTypes: true }).flatMap(({ name }) => {
  const input = readdirSync(path.join(fixtures, name)).find((file) => file.startsWith('input.'));
  return input === undefined ? [] : [{ name, input }];
});

/** Reads a file as it would be read on a certain day, with ids that count. */
async function imported(bytes: Uint8Array, name: string) {
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id${String(ids).padStart(18, '0')}`;
  };
  const read = await readNote(bytes, { name, now: '2026-11-24T10:00:00.000Z', newId });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe.each(cases)('$name', ({ name, input }) => {
  const folder = path.join(fixtures, name);
  const bytes = readFileSync(path.join(folder, input));

  test('becomes the note that it always became', async () => {
    const { note, warnings } = await imported(bytes, input);
    expect(note.schema).toBe(NOTE_SCHEMA);
    await expect(`${JSON.stringify({ note, warnings }, null, 2)}\n`).toMatchFileSnapshot(
      path.join(folder, 'note.json'),
    );
  });

  test('leaves as the Markdown that it always left as, and comes back whole', async () => {
    const { note } = await imported(bytes, input);
    const written = await writeNote(note, 'md');
    if (!written.ok) throw new Error('not written');
    await expect(Buffer.from(written.value.value).toString('utf8')).toMatchFileSnapshot(
      path.join(folder, 'export.md'),
    );
    expect((await imported(written.value.value, 'export.md')).note).toEqual(note);
  });
});
