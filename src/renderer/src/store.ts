import { useDeferredValue } from 'react';
import { create } from 'zustand';
import type { Span } from '../../core/highlight';
import type { Failure } from '../../core/result';
import type { Note, NoteSummary } from '../../core/schema';
import { isWithin } from '../../core/tags';
import type { ViewChange, WindowSettings } from '../../shared/contract';

/** What the list is narrowed to by the left pane. */
export type Place =
  | { readonly type: 'all' | 'pinned' | 'archive' | 'trash' }
  | { readonly type: 'tag'; readonly tag: string };

/** Whether what was typed is on the disk; see drafts.ts. */
export type SaveState = 'saved' | 'saving' | 'not-saved';
export type DialogName = 'export' | 'settings' | 'palette' | 'details';

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
}

/** All that the page shows. It holds no truth of its own but drafts: notes change only by what main answers. */
export interface WindowState {
  readonly ready: boolean;
  /** Why the library could not be opened. */
  readonly failure: Failure | null;
  /** The rows of the whole library are here; until then numbers would be wrong. */
  readonly whole: boolean;
  readonly summaries: ReadonlyMap<string, NoteSummary>;
  readonly place: Place;
  readonly query: string;
  /** What the search found; null: no search. */
  readonly found: ReadonlySet<string> | null;
  readonly open: Note | null;
  readonly mode: 'reading' | 'editing';
  /** The annotation that is looked at. */
  readonly active: string | null;
  /** The annotation under the pointer, in the text or in the margin. */
  readonly hovered: string | null;
  /** The annotation whose comment is being written. */
  readonly writing: string | null;
  /** The passage selected in the text. */
  readonly selection: Span | null;
  readonly save: SaveState;
  /** Files are being imported, or the person is choosing some. */
  readonly importing: boolean;
  readonly dialog: DialogName | null;
  /** The dialog that is open: everything outside of it, messages too, is out of reach. */
  readonly openDialog: HTMLDialogElement | null;
  readonly messages: readonly Message[];
  readonly settings: WindowSettings;
  /** A newer version of the app made the library: it is shown, and cannot be changed. */
  readonly readOnly: boolean;
  readonly panes: { readonly library: boolean; readonly margin: boolean };
}

/** For components: they are drawn again when what they select has changed. */
export const useWindow = create<WindowState>(() => ({
  ready: false,
  failure: null,
  whole: false,
  summaries: new Map(),
  place: { type: 'all' },
  query: '',
  found: null,
  open: null,
  mode: 'reading',
  active: null,
  hovered: null,
  writing: null,
  selection: null,
  save: 'saved',
  importing: false,
  dialog: null,
  openDialog: null,
  messages: [],
  settings: { author: '', theme: 'system' },
  readOnly: false,
  panes: { library: false, margin: false },
}));

/** The rows as they were a moment ago: what is counted over all of them waits for what is typed. */
export const useSummaries = (): WindowState['summaries'] =>
  useDeferredValue(useWindow((state) => state.summaries));

/** Whether a note is only shown: it is in the trash, or nothing in the library can be changed. */
export const useFixed = (note: Pick<Note, 'trashed'> | null): boolean =>
  useWindow((state) => state.readOnly || note?.trashed != null);

/** The state as it is now; after each `await` it may be another one. */
export const getWindow = useWindow.getState;
/** Changes parts of the state. */
export const setWindow = useWindow.setState;

/**
 * Takes over what main says has changed. Taking the same change twice is harmless.
 * @param keepOpen the open note is shown though it is gone
 */
export function applyChange(change: ViewChange, keepOpen = false): void {
  setWindow((state) => {
    const summaries = new Map(state.summaries);
    for (const summary of change.summaries) summaries.set(summary.id, summary);
    for (const id of change.removed) summaries.delete(id);
    const isGone = state.open !== null && change.removed.includes(state.open.id);
    const open = isGone && !keepOpen ? null : state.open;
    const now = change.notes.find(({ id }) => id === open?.id) ?? open;
    // What was selected may be other words by now.
    return { summaries, open: now, ...(now?.text !== state.open?.text && { selection: null }) };
  });
}

/** Takes over rows that were left out before. What came since is newer. */
export function addRows(rows: readonly NoteSummary[], whole: boolean): void {
  setWindow((state) => {
    const summaries = new Map(state.summaries);
    for (const row of rows) if (!summaries.has(row.id)) summaries.set(row.id, row);
    return { summaries, whole };
  });
}

const PLACES = {
  all: (note: NoteSummary) => !note.trashed && !note.archived,
  pinned: (note: NoteSummary) => !note.trashed && note.pinned,
  archive: (note: NoteSummary) => !note.trashed && note.archived,
  trash: (note: NoteSummary) => note.trashed !== null,
} as const;

/** Whether a note is listed at a place. */
export function isIn(place: Place, note: NoteSummary): boolean {
  if (place.type !== 'tag') return PLACES[place.type](note);
  return PLACES.all(note) && note.tags.some((tag) => isWithin(tag, place.tag));
}

/** The rows of the list: newest change first. */
export function listed(state: Pick<WindowState, 'summaries' | 'place' | 'found'>): NoteSummary[] {
  const rows: NoteSummary[] = [];
  for (const note of state.summaries.values()) {
    if (isIn(state.place, note) && (!state.found || state.found.has(note.id))) rows.push(note);
  }
  return rows.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? 1 : -1));
}

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
