import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitAnchors } from '../core/annotation';
import { arbitraryNote } from './arbitrary-note';
import { readNote, writeNote } from './registry';

it('leaves as JSON and comes back whole, whatever the note holds', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryNote, async (note) => {
      const fitted = { ...note, annotations: fitAnchors(note.annotations, note.text) };
      const written = await writeNote(fitted, 'json');
      if (!written.ok) throw new Error('not written');
      const context = { name: 'a.json', now: '2026-11-24T10:00:00.000Z', newId: () => '0newid0newid' };
      const read = await readNote(written.value.value, context);
      expect(read).toEqual({ ok: true, value: { note: fitted, warnings: [], withRepeats: null } });
    }),
  );
});
