import { create } from 'zustand';
import { isSame } from '../../core/equal';
import type { Span } from '../../core/highlight';
import { Catalog } from '../../core/list/catalog';
import type { Counts, Place } from '../../core/list/place';
import { type MarginFilter, NO_FILTER } from '../../core/margin-filter';
import { defaultOrder, type Order } from '../../core/order';
import type { Failure } from '../../core/result';
import type { CommentDraft, Note, NoteSummary } from '../../core/schema';
import type { TagNode } from '../../core/tag-counts';
import { NEW_REPLY } from '../../core/vocabulary';
import type { Progress, ViewChange, WindowSettings } from '../../shared/contract';
import { language } from '../../shared/text';
import { keyOf } from './written';

/** What is looked for in the open note. */
export interface Finding {
  readonly query: string;
  readonly matchCase: boolean;
  /** Every place that was found, in the text as it is shown: as it is read, or its Markdown. */
  readonly places: readonly Span[];
  /** Which of them is gone to, from 0; -1: there are none. */
  readonly current: number;
}

/** Whether what was typed is on the disk; see drafts.ts. */
export type SaveState = 'saved' | 'saving' | 'not-saved';
export type DialogName =
  | 'all-annotations'
  | 'export'
  | 'history'
  | 'settings'
  | 'restore'
  | 'palette'
  | 'shortcuts'
  | 'details'
  | 'rename-tag'
  | 'unlock'
  | 'question';

/** A file that needs a password; `name` stands for it. */
export interface LockedFile {
  readonly file: string;
  readonly name: string;
}

/** A message to the person; `done` is something that worked. */
export interface Message {
  readonly id: number;
  readonly level: 'done' | 'info' | 'error';
  readonly text: string;
  readonly action?: MessageAction;
}

/** A button in a message. */
export interface MessageAction {
  readonly label: string;
  readonly run: () => void;
  /** It undoes what was done last, so it is offered only until something else is done. */
  readonly undoes?: true;
  /** It saves what could not be saved, so it is offered only until that is saved. */
  readonly saves?: true;
}

/** What the person is asked before something is done that cannot be taken back for ever. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The name of the button that does it. */
  readonly answer: string;
  readonly run: () => void;
}

/** All that the page shows. It holds no truth of its own but drafts: notes change only by what main answers. */
export interface WindowState {
  readonly ready: boolean;
  /** Why the library could not be opened. */
  readonly failure: Failure | null;
  /** The rows of the whole library are here; until then numbers would be wrong. */
  readonly whole: boolean;
  /** The rows of the list, in an object that is another one whenever they are others. */
  readonly list: { readonly rows: readonly NoteSummary[] };
  /** How many notes are at each place. */
  readonly counts: Counts;
  /** The tags of the notes in All notes, and those of every note. */
  readonly tags: readonly TagNode[];
  readonly knownTags: readonly TagNode[];
  readonly place: Place;
  readonly query: string;
  /** What the search found; null: no search. */
  readonly found: ReadonlySet<string> | null;
  readonly order: Order;
  /** The notes that are chosen together; none: the open one counts. While there are some, no note is open. */
  readonly selected: ReadonlySet<string>;
  /** The row that the keyboard is at, and the one that a range begins at. */
  readonly cursor: string | null;
  readonly anchor: string | null;
  readonly open: Note | null;
  readonly mode: 'reading' | 'editing';
  /** The annotation that is looked at. */
  readonly active: string | null;
  /** Which annotations of the open note are shown. */
  readonly filter: MarginFilter;
  /** The annotation under the pointer, in the text or in the margin. */
  readonly hovered: string | null;
  /** The comment or reply that is being written (`keyOf`). */
  readonly writing: string | null;
  /** The passage selected in the text. */
  readonly selection: Span | null;
  /** Null: nothing is looked for. */
  readonly finding: Finding | null;
  readonly save: SaveState;
  /** Files are being imported, or the person is choosing some. */
  readonly importing: boolean;
  /** Something is being done with many notes. */
  readonly changing: boolean;
  /** A backup is being made or restored, under the name that it can be cancelled by. */
  readonly working: { readonly task: string; readonly label: Progress['label'] } | null;
  readonly dialog: DialogName | null;
  /** Of the dialogs of that name: what is asked, and which tag gets another name. */
  readonly question: Question | null;
  /** The notes that are exported, in their order, and what they are called together. */
  readonly exported: readonly string[];
  readonly packTitle: string;
  /** The notes that are being printed; none: null. */
  readonly printing: readonly string[] | null;
  readonly renamed: string | null;
  /** Files that were to be imported and need a password: one after another is asked for. */
  readonly locked: readonly LockedFile[];
  /** The version that the history shows first; null: the last one. */
  readonly comparedVersion: string | null;
  /** The dialog that is open: everything outside of it, messages too, is out of reach. */
  readonly openDialog: HTMLDialogElement | null;
  readonly messages: readonly Message[];
  /** What a screen reader says of something that is seen anyway. */
  readonly announcement: string;
  /** Comments and replies that were being written when the app ended unexpectedly, by their keys (`keyOf`). */
  readonly drafts: ReadonlyMap<string, CommentDraft>;
  readonly settings: WindowSettings;
  /** A newer version of the app made the library: it is shown, and cannot be changed. */
  readonly readOnly: boolean;
  readonly panes: { readonly library: boolean; readonly margin: boolean };
}

/** Every row that is known. What the state has of it is taken over by `rowsNow`. */
const catalog = new Catalog(language);

export const NONE: ReadonlySet<string> = new Set();

/** For components: they are drawn again when what they select has changed. */
export const useWindow = create<WindowState>(() => ({
  ready: false,
  failure: null,
  whole: false,
  list: { rows: [] },
  counts: catalog.counts,
  tags: [],
  knownTags: [],
  place: { type: 'all' },
  query: '',
  found: null,
  order: defaultOrder,
  selected: NONE,
  cursor: null,
  anchor: null,
  open: null,
  mode: 'reading',
  active: null,
  filter: NO_FILTER,
  hovered: null,
  writing: null,
  selection: null,
  finding: null,
  save: 'saved',
  importing: false,
  changing: false,
  working: null,
  dialog: null,
  question: null,
  exported: [],
  packTitle: '',
  printing: null,
  renamed: null,
  locked: [],
  comparedVersion: null,
  openDialog: null,
  messages: [],
  announcement: '',
  drafts: new Map(),
  settings: { author: '', theme: 'system' },
  readOnly: false,
  panes: { library: false, margin: false },
}));

/** Whether a note is only shown: it is in the trash, or nothing in the library can be changed. */
export const useFixed = (note: Pick<Note, 'trashed'> | null): boolean =>
  useWindow((state) => state.readOnly || note?.trashed != null);

/** The state as it is now; after each `await` it may be another one. */
export const getWindow = useWindow.getState;
/** Changes parts of the state. */
export const setWindow = useWindow.setState;

/** What the state has of the rows. @param isOther the list is another one */
function rowsNow(isOther: boolean): Partial<WindowState> {
  const { listed, counts, tags, knownTags } = catalog;
  return { counts, tags, knownTags, ...(isOther && { list: { rows: listed } }) };
}

/**
 * Takes over what main says has changed. Taking the same change twice is harmless.
 * @param keepOpen the open note is shown though it is gone
 */
export function applyChange({ summaries, removed, notes }: ViewChange, keepOpen = false): void {
  const isOther = catalog.change(summaries, removed);
  setWindow(({ open: before, selected }) => {
    const isGone = before !== null && removed.includes(before.id);
    const open = isGone && !keepOpen ? null : before;
    const changed = notes.find(({ id }) => id === open?.id);
    const now = changed && open ? keepingAnnotations(open, changed) : open;
    return {
      ...rowsNow(isOther),
      open: now,
      // What was selected may be other words by now.
      ...(now?.text !== before?.text && { selection: null }),
      selected: without(selected, [...summaries.map(({ id }) => id), ...removed]),
    };
  });
}

/** What stays the same stays the same object, so that nothing is drawn or measured anew for it. */
const keepingAnnotations = (before: Note, now: Note): Note =>
  isSame(before.annotations, now.annotations) ? { ...now, annotations: before.annotations } : now;

/** Of the changed notes those are no longer selected that are no longer listed. */
function without(selected: ReadonlySet<string>, changed: readonly string[]): ReadonlySet<string> {
  if (selected.size === 0) return selected;
  const gone = changed.filter((id) => selected.has(id) && !isListed(id));
  if (gone.length === 0) return selected;
  const left = new Set(selected);
  for (const id of gone) left.delete(id);
  return left;
}

/** Takes over rows that were left out before. What came since is newer. */
export function addRows(rows: readonly NoteSummary[], whole: boolean): void {
  const isOther = catalog.change(rows.filter(({ id }) => !catalog.get(id)));
  setWindow({ ...rowsNow(isOther), whole });
}

/** Chooses what is listed, and in what order. */
export function showList(shown: Partial<Pick<WindowState, 'place' | 'query' | 'found' | 'order'>>): void {
  const { place, found, order } = { ...getWindow(), ...shown };
  catalog.show({ place, found, order });
  setWindow({ ...shown, ...rowsNow(true) });
}

/** The row of a note. */
export const rowOf = (id: string): NoteSummary | undefined => catalog.get(id);

/** The notes of a tag and of those below it, in the order of the list. */
export const notesOf = (tag: string): NoteSummary[] => catalog.at({ type: 'tag', tag });

export const trashedNotes = (): NoteSummary[] => catalog.at({ type: 'trash' });

/** Where a note stands in the list; -1: it is not in it. */
export const indexInList = (id: string): number => catalog.indexOf(id);

export const isListed = (id: string): boolean => indexInList(id) >= 0;

let lastMessage = 0;

/** Shows a message, with a button if it has an action. Of many only the last ones are shown. */
export function say(level: Message['level'], text: string, action?: MessageAction): void {
  lastMessage += 1;
  const message: Message = { id: lastMessage, level, text, ...(action && { action }) };
  // The same words are not said twice at once.
  setWindow(({ messages }) => ({
    messages: [...messages.filter((each) => each.text !== text), message].slice(-4),
  }));
}

/** Takes Undo out of the messages: it would undo something else than what they name. */
export function withdrawUndo(): void {
  setWindow(({ messages }) => ({
    messages: messages.map(({ action, ...message }) =>
      action && !action.undoes ? { ...message, action } : message,
    ),
  }));
}

/** Takes a message away. */
export const unsay = (id: number): void =>
  setWindow(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));

/** The comment or reply of a note that was being written when the app ended unexpectedly: it is written on. */
export function offeredIn(note: Note): string | null {
  const { drafts, readOnly } = getWindow();
  if (note.trashed || readOnly || drafts.size === 0) return null;
  const keys = note.annotations.flatMap(({ id, replies }) =>
    [null, ...replies.map((reply) => reply.id), NEW_REPLY].map((reply) => keyOf({ annotation: id, reply })),
  );
  return keys.findLast((key) => drafts.has(key)) ?? null;
}
