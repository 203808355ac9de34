import type { z } from 'zod';
import { cleanText } from '../core/clean';
import { type Notice, ok, type Result } from '../core/result';
import { renamed, withoutSaved, withSaved } from '../core/saved-choices';
import type { Note, NoteSummary, Settings } from '../core/schema';
import type {
  AnnotationsReport,
  contract,
  ExportReport,
  MethodName,
  Output,
  Start,
  WindowSettings,
} from '../shared/contract';
import { Attempt } from './attempt';
import { Backups } from './backups';
import type { ExportTarget, Produced } from './exporting';
import type { ImportOptions } from './importing';
import { Library } from './library';
import type { Watch } from './portions';
import type { Backup, BackupWork, Ports } from './ports';
import { Search } from './search';
import { SettingsChanges } from './settings';
import { createTasks } from './tasks';
import { Trash } from './trash';

/** The input of a method after its schema has read it. */
export type Parsed<M extends MethodName> = z.output<(typeof contract)[M]['input']>;

/** Where a call comes from. */
export interface From {
  /** Real paths of the files that came with the call: those that were dropped on the window. */
  readonly paths: readonly string[];
}

/** Exactly the contract's methods. */
export type Handlers = {
  readonly [M in MethodName]: (input: Parsed<M>, from: From) => Promise<Result<Output<M>>>;
};

export interface App {
  readonly handlers: Handlers;
  /**
   * Begins to open the library; whoever asks for something waits for it. Called again it changes nothing.
   * @param how `current`: what other programs changed in the library is taken in before it counts as open
   */
  start(how?: { readonly current: boolean }): Promise<Result<void>>;
  /** Begins to open the library and to put together what the window shows first, so that it is there when the window asks. */
  prepare(): void;
  /** Every note's summary. */
  summaries(): Promise<Result<readonly NoteSummary[]>>;
  /** What the person should know and has not been told yet. */
  takeNotices(): Notice[];
  /** Imports files and folders, one after another; a failed one does not stop the others. */
  importPaths(paths: readonly string[], options?: ImportOptions): Promise<Result<Output<'import.dropped'>>>;
  /** Reads a file as a note, without touching the library. */
  readFile(path: string): Promise<Result<Produced<Note>>>;
  /** Brings the annotations of a file to a note. */
  importAnnotations(note: string, path: string): Promise<Result<AnnotationsReport>>;
  /** Writes a note to a file, or several as a pack. @param title of the whole */
  exportTo(notes: readonly Note[], title: string, target: ExportTarget): Promise<Result<ExportReport>>;
  /** Makes a backup. @param to absolute; null: the folder that is chosen in the settings */
  backUp(to: string | null, work: BackupWork): Promise<Result<Backup>>;
  /** Makes a new library of a backup, without touching this one. Both are absolute. */
  restoreTo(folder: string, from: string, work: BackupWork): Promise<Result<{ notes: number }>>;
  /** Looks for what other programs changed in the library, once it is shown; who follows the events hears of it. */
  refresh(): Promise<void>;
  /** Resolves once every change that was begun is on the disk or has failed. */
  settled(): Promise<void>;
  /** Writes what is still to be written. */
  close(): Promise<void>;
}

type FirstSight = Omit<Start, 'notices'>;

/** How long after the first answer the library is compared with its files, in ms, if the page never says that it has painted. */
const PAINTED_AT_LAST = 3000;
/** So often the first answer is made anew where the library changes meanwhile. */
const TRIES = 3;

/**
 * The app: everything that the window and the command line can ask for.
 * @param ports what it needs from outside
 */
export function createApp(ports: Ports): App {
  const library = new Library(ports);
  const search = new Search(ports.library, library);
  const trash = new Trash(ports, library);
  const tasks = createTasks(ports.emit);
  const settings = new SettingsChanges(ports.library);
  // Loaded by what first needs them: formats, datelines and layouts are no part of a start.
  const importing = once(async () => new (await import('./importing')).Importing(ports, library, tasks));
  const interchange = once(async () => new (await import('./interchange')).Interchange(ports, library));
  const exporting = once(async () => new (await import('./exporting')).Exporting(ports, tasks, library));
  const backups = new Backups(ports, library, settings, tasks);

  const annotations = once(
    async () => new (await import('./all-annotations')).AllAnnotations(ports.library, library),
  );

  // Once the person has mended what was in the way, it can be opened.
  const opening = new Attempt<void>();
  const start = (how = { current: false }): Promise<Result<void>> => opening.run(() => open(how));
  const open = async (how: { readonly current: boolean }): Promise<Result<void>> => {
    const opened = await library.open();
    if (!opened.ok) return opened;
    const { isNew } = opened.value;
    const loaded = isNew || how.current ? await library.load() : ok();
    if (!loaded.ok) return loaded;
    if (isNew) await (await importing()).firstNote();
    if (how.current) await library.reconcile();
    return ok();
  };

  /** Opens the library, with the summaries that are known. */
  const loaded = async (): Promise<Result<void>> => {
    const open = await start();
    return open.ok ? library.load() : open;
  };

  /** A handler that needs the library with all its notes. */
  const opened =
    <I, O>(handler: (input: I, from: From) => Promise<Result<O>>) =>
    async (input: I, from: From): Promise<Result<O>> => {
      const open = await loaded();
      return open.ok ? handler(input, from) : open;
    };

  let settled = false;
  let closed = false;
  /** What can wait until the window shows something. */
  const settle = async (): Promise<void> => {
    settled = true;
    const open = await loaded();
    // Whoever asks for a note hears why.
    if (!open.ok || closed) return;
    library.watch();
    await library.reconcile();
    if (!closed) await trash.look();
    if (!closed) await backups.daily();
  };
  const settleOnce = (): void => {
    // What is thrown is a mistake of ours, for whoever logs those; another look at the window tries again.
    if (!settled) void settle();
  };

  let prepared: Promise<Result<FirstSight>> | null = null;
  let changes = 0;
  library.follow(() => {
    changes += 1;
    prepared = null;
  });
  const firstSight = async (): Promise<Result<FirstSight>> => {
    const open = await start();
    if (!open.ok) return open;
    const first = await library.first(ports.library.view());
    if (!first.ok) return first;
    const known = shown(await ports.library.settings());
    const drafts = await ports.library.drafts();
    return ok({ ...first.value, settings: known, drafts, readOnly: library.isReadOnly });
  };
  const currentFirstSight = async (): Promise<Result<FirstSight>> => {
    for (let tries = 1; ; tries += 1) {
      const seen = changes;
      const waiting = prepared ?? firstSight();
      // If it fails, the next time is another attempt.
      prepared = null;
      const first = await waiting;
      if (!first.ok || seen === changes || tries === TRIES) return first;
    }
  };

  /** Work that may be long, under the name that it can be cancelled by. */
  const watched = <T>(task: string | undefined, work: (watch?: Watch) => Promise<T>): Promise<T> =>
    task === undefined
      ? work()
      : tasks.run(task, (signal, progress) =>
          work({ signal, progress: (done) => progress('changing', done) }),
        );

  const importPaths: App['importPaths'] = async (paths, options) => {
    const open = await loaded();
    return open.ok ? (await importing()).paths(paths, options) : open;
  };

  const handlers: Handlers = {
    'library.start': async () => {
      const first = await currentFirstSight();
      if (!first.ok) return first;
      setTimeout(settleOnce, PAINTED_AT_LAST).unref();
      return ok({ ...first.value, notices: library.begin() });
    },
    'library.rest': opened(async ({ from }) => {
      const all = await library.loadAll();
      return all.ok ? ok(library.rest(from)) : all;
    }),
    'note.open': opened(({ note }) => library.note(note)),
    'library.apply': opened(({ operation, task }) =>
      watched(task, (watch) => library.apply(operation, watch)),
    ),
    'history.undo': opened(({ task }) => watched(task, (watch) => library.travel('undo', watch))),
    'history.redo': opened(({ task }) => watched(task, (watch) => library.travel('redo', watch))),
    'history.versions': opened(async ({ note }) => {
      const versions = await ports.library.versions.list(note);
      return versions.ok ? ok({ versions: versions.value }) : versions;
    }),
    'history.version': opened(({ note, version }) => ports.library.versions.read(note, version)),
    'history.label': opened(async ({ note, version, label }) => {
      const named = await ports.library.versions.label(note, version, cleanText(label).trim());
      return named.ok ? ok(null) : named;
    }),
    'library.search-soon': opened(async () => {
      const all = await library.loadAll();
      if (!all.ok) return all;
      await search.load();
      return ok(null);
    }),
    'library.search': opened(async ({ query }) => {
      const all = await library.loadAll();
      return all.ok ? ok({ notes: await search.find(query) }) : all;
    }),
    'annotations.list': opened(async ({ filter, from }) => {
      const all = await library.loadAll();
      return all.ok ? ok(await (await annotations()).list(filter, from)) : all;
    }),
    'import.choose': opened(async () => {
      const paths = await ports.dialogs.chooseImport();
      return paths.length === 0 ? ok(null) : (await importing()).paths(paths);
    }),
    'import.dropped': opened(async (_, from) => (await importing()).paths(from.paths)),
    'import.unlock': opened(async ({ locked, password }) => (await importing()).unlock(locked, password)),
    'import.keep-repeats': opened(async ({ note }) => (await importing()).keepRepeats(note)),
    'annotations.import': opened(async ({ note }, { paths }) => (await interchange()).import(note, paths)),
    'export.prepare': async () => {
      ports.typesetter.prepare();
      return ok(null);
    },
    'export.preview': opened(async (wanted) => (await exporting()).preview(wanted)),
    'export.save': opened(async (wanted) => (await exporting()).save(wanted)),
    'export.print': async (sheet) => {
      const printed = await ports.dialogs.print(sheet);
      return printed.ok ? ok(null) : printed;
    },
    'export.reveal': async () => {
      (await exporting()).reveal();
      return ok(null);
    },
    'task.cancel': async ({ task }) => {
      tasks.cancel(task);
      return ok(null);
    },
    'settings.change': opened(async ({ settings: changes }) => {
      const changed = await settings.change((now) => {
        const { author = now.author, theme = now.theme } = changes;
        return { ...now, author: author.toWellFormed(), theme };
      });
      return changed.ok ? ok(shown(changed.value)) : changed;
    }),
    'layouts.list': async () => ok(await ports.layouts.list()),
    'layouts.open-folder': async () => {
      const folder = await ports.layouts.folder();
      if (!folder.ok) return folder;
      ports.dialogs.reveal(folder.value);
      return ok(null);
    },
    'choices.list': opened(async () => ok((await ports.library.settings()).choices)),
    'choices.save': opened((saved) => settings.changeChoices((all) => withSaved(all, saved))),
    'choices.rename': opened(({ from, to }) => settings.changeChoices((all) => renamed(all, from, to))),
    'choices.delete': opened(({ name }) => settings.changeChoices((all) => ok(withoutSaved(all, name)))),
    'backup.state': opened(() => backups.state()),
    'backup.choose-folder': opened(() => backups.chooseFolder()),
    'backup.daily': opened(({ daily }) => backups.setDaily(daily)),
    'backup.now': opened(({ task }) => backups.now(task)),
    'restore.new': opened(({ task }) => backups.restoreNew(task)),
    'restore.here': opened(({ task }) => backups.restoreHere(task)),
    'backup.reveal': async () => {
      backups.reveal();
      return ok(null);
    },
    'view.remember': opened(async ({ note, scroll, order }) => {
      await ports.library.saveView({ note, scroll, order: order ?? (await ports.library.view()).order });
      return ok(null);
    }),
    'draft.keep': opened(async ({ note, annotation, reply, words }) => {
      const on = { note, annotation, reply };
      const kept = await ports.library.keepDraft(on, words && { ...on, ...words });
      return kept.ok ? ok(null) : kept;
    }),
    'note.save-copy': async ({ note, operations }) =>
      (await import('./save-copy')).saveCopy(ports, note, operations),
    'window.close': async ({ saved }) => ok(saved),
    'view.painted': async () => {
      settleOnce();
      return ok(null);
    },
  };

  return {
    handlers,
    start,
    prepare: () => {
      prepared = firstSight();
      // Whoever asks hears of it.
      prepared.catch(() => undefined);
    },
    summaries: async () => {
      const open = await start();
      const all = open.ok ? await library.loadAll() : open;
      return all.ok ? ok(library.list()) : all;
    },
    takeNotices: () => library.takeNotices(),
    importPaths,
    readFile: async (path) => (await importing()).read(path),
    importAnnotations: async (note, path) => {
      const open = await loaded();
      return open.ok ? (await interchange()).from(note, path) : open;
    },
    backUp: async (to, work) => {
      const open = await loaded();
      return open.ok ? backups.make(to, work) : open;
    },
    restoreTo: (folder, from, work) => backups.restoreTo(folder, from, work),
    exportTo: async (notes, title, target) => (await exporting()).write({ notes, title }, target),
    refresh: async () => {
      if (settled) await settle();
    },
    settled: () => library.settled(),
    close: async () => {
      closed = true;
      if (!opening.current) return;
      await opening.current.catch(() => undefined);
      await backups.close();
      await library.close();
    },
  };
}

const shown = ({ author, theme }: Settings): WindowSettings => ({ author, theme });

/** What is made by its first use. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
