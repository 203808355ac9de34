import { createApp } from '../../src/app/create-app';
import { noDialogs } from '../../src/app/no-dialogs';
import { ok } from '../../src/core/result';
import type { Note } from '../../src/core/schema';
import { createLateBackups } from '../../src/store/backup/late';
import { createFiles } from '../../src/store/files';
import { createIds } from '../../src/store/ids';
import { createLibraryFolder } from '../../src/store/open-library';
import { createOwnLayouts } from '../../src/store/own-layouts';

const nobody = { paths: [] };

/** The app as the window uses it, on a library that is there. */
export async function openDesk(folder: string) {
  const app = createApp({
    library: createLibraryFolder({ folder }),
    files: createFiles(''),
    backups: createLateBackups({ library: folder, app: '' }),
    dialogs: noDialogs,
    layouts: createOwnLayouts(folder),
    typesetter: {
      prepare: () => undefined,
      typeset: async () => ok({ pdf: new Uint8Array(), warnings: [] }),
    },
    now: () => new Date().toISOString(),
    newId: createIds(),
    emit: () => undefined,
  });
  const all = await app.summaries();
  if (!all.ok) throw new Error(all.error.code);
  return {
    /** The note, as the window opens it. */
    open: async (id: string): Promise<Note> => {
      const note = await app.handlers['note.open']({ note: id }, nobody);
      if (!note.ok) throw new Error(note.error.code);
      return note.value;
    },
    /** Saves a text, as the editor does. */
    save: async (id: string, text: string): Promise<void> => {
      const operation = { type: 'edit-text', note: id, text } as const;
      const saved = await app.handlers['library.apply']({ operation }, nobody);
      if (!saved.ok) throw new Error(saved.error.code);
    },
    close: () => app.close(),
  };
}
