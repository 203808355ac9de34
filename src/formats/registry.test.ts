import { describe, expect, it } from 'vitest';
import { newNote } from '../core/note';
import { extensionOf, IMPORT_EXTENSIONS, readNote, WRITABLE_FORMATS, writeNote } from './registry';

const context = (name: string) => ({ name, now: '2026-11-24T10:00:00.000Z', newId: () => '0newid0newid' });
const codeOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const read = await readNote(bytes, context(name));
  return read.ok ? 'ok' : read.error.code;
};
const words = new TextEncoder().encode('Some words.');

describe('the kind of a file', () => {
  it('follows from its name, in any case; none is plain text', async () => {
    expect(await codeOf(words, 'a.MD')).toBe('ok');
    expect(await codeOf(words, 'README')).toBe('ok');
    expect(await codeOf(words, 'a.docx')).toBe('format-unknown');
    expect(await codeOf(words, 'a.json')).toBe('file-not-a-note');
  });

  it('that can be written can be read', async () => {
    for (const format of WRITABLE_FORMATS) expect(IMPORT_EXTENSIONS).toContain(extensionOf(format));
    expect(extensionOf('pdf')).toBe('.pdf');
  });
});

describe('bad input', () => {
  it('of 50 MB is refused without being read', async () => {
    const huge = new Uint8Array(50_000_000).fill(0x61);
    const read = await readNote(huge, context('huge.txt'));
    expect(read).toMatchObject({ error: { code: 'file-too-large', details: { size: 50, max: 20 } } });
  });

  it('of a newer version is left alone', async () => {
    const newer = JSON.stringify({ ...newNote('0note0note', '2026-01-01T00:00:00.000Z'), schema: 99 });
    expect(await codeOf(new TextEncoder().encode(newer), 'a.json')).toBe('file-newer-version');
  });

  it('that nests 100,000 levels deep is no note', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await codeOf(new TextEncoder().encode(deep), 'a.json')).toBe('file-not-a-note');
    expect(await codeOf(new TextEncoder().encode(`---\na: ${deep}\n---\nText`), 'a.md')).toBe('ok');
  });

  it('never holds NUL or half a surrogate pair as a note', async () => {
    const note = { ...newNote('0note0note', '2026-01-01T00:00:00.000Z'), title: 'a\0b\ud800' };
    const written = await writeNote(note, 'json');
    const read = await readNote(written.ok ? written.value.value : words, context('a.json'));
    expect(read.ok && read.value.note.title).toBe('ab\ufffd');
  });
});
