import type { Found, LibraryPort } from '../core/ports';
import { LibraryFile } from './library-file';
import { LibraryFolder, type LibraryFolderOptions } from './library-folder';
import { NewerLibrary } from './newer-library';

/**
 * The library in a folder (docs/note-format.md). Which way it is dealt with shows when it is opened: one that a newer version of
 * the app made is read only.
 */
export function createLibraryFolder(options: LibraryFolderOptions): LibraryPort {
  let library: LibraryPort = new LibraryFolder(options);
  let listener: (found: Found) => void = () => undefined;
  return {
    open: async () => {
      const isNewer = await new LibraryFile(options.folder).isNewer();
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
    apply: (changes) => library.apply(changes),
    reconcile: () => library.reconcile(),
    watch: () => library.watch(),
    settings: () => library.settings(),
    saveSettings: (settings) => library.saveSettings(settings),
    view: () => library.view(),
    saveView: (view) => library.saveView(view),
    close: () => library.close(),
  };
}
