import type { Found, LibraryPort } from '../core/ports';
import { finishReplacing } from './backup/swap';
import { LibraryFile, openFailure } from './library-file';
import { LibraryFolder, type LibraryFolderOptions } from './library-folder';
import { NewerLibrary } from './newer-library';
import { TrashFile, type WithoutTrash } from './trash-file';

/**
 * The library in a folder (docs/note-format.md). Which way it is dealt with shows when it is opened: one that a newer version of
 * the app made is read only.
 */
export function createLibraryFolder(options: LibraryFolderOptions): LibraryPort {
  const trash = new TrashFile(options.folder);
  let isNewer = false;
  let library: WithoutTrash = new LibraryFolder(options);
  let listener: (found: Found) => void = () => undefined;
  return {
    open: async () => {
      const finished = await finishReplacing(options.folder, options.clock ?? Date.now).catch(openFailure);
      if (!finished.ok) return finished;
      isNewer = await new LibraryFile(options.folder).isNewer();
      library = isNewer ? new NewerLibrary(options.folder) : new LibraryFolder(options);
      library.listen((found) => listener(found));
      return library.open();
    },
    listen: (heard) => {
      listener = heard;
    },
    newest: (count) => library.newest(count),
    load: () => library.load(),
    read: (id) => library.read(id),
    readAll: () => library.readAll(),
    apply: (changes, by) => library.apply(changes, by),
    get versions() {
      return library.versions;
    },
    reconcile: (onProgress) => library.reconcile(onProgress),
    watch: () => library.watch(),
    reread: () => library.reread(),
    settings: () => library.settings(),
    saveSettings: (settings) => library.saveSettings(settings),
    view: () => library.view(),
    saveView: (view) => library.saveView(view),
    trash: () => trash.read(),
    saveTrash: async (log) => {
      if (!isNewer) await trash.write(log);
    },
    drafts: () => library.drafts(),
    keepDraft: (on, draft) => library.keepDraft(on, draft),
    close: () => library.close(),
  };
}
