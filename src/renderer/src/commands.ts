import { hasPassage, type Kind } from '../../core/vocabulary';
import { COMMANDS, type CommandId } from '../../shared/commands';
import { newNote } from './actions';
import {
  annotate,
  linkSelection,
  lostOf,
  movePassageEnds,
  replyToActive,
  stepAnnotation,
} from './annotating';
import { backUpNow } from './backups';
import { editOrDone } from './editing';
import { exportChosen, exportList, printChosen } from './exporting-notes';
import { focusFilter } from './filtering';
import { startFinding, stepFound } from './finding';
import { showHistory } from './history';
import { importFiles } from './importing';
import { importAnnotations } from './importing-annotations';
import { openLayoutsFolder } from './layouts-folder';
import { chosenNotes, duplicate, emptyTrash, restore, toggleArchived, togglePinned, trash } from './moving';
import { selectAll } from './select-notes';
import { copyAsQuotation, copyAsRichText, findSelection, tagFromSelection } from './selecting';
import { getWindow, setWindow, type WindowState } from './store';
import { isShortcut, MENU_HAS_KEYS } from './ui/shortcut';
import { redo, undo } from './undoing';

interface Handler {
  readonly run: () => void;
  /** Where the command makes no sense it is neither offered nor run. */
  readonly when?: (state: WindowState) => boolean;
}

const withNote = (state: WindowState): boolean => state.open !== null && state.open.trashed === null;
const withAny = (state: WindowState): boolean => state.open !== null;
/** With the open note or with those that are selected. */
const withSome = (state: WindowState): boolean => state.selected.size > 0 || state.open !== null;
const withSomeInTrash = (state: WindowState): boolean => withSome(state) && isInTrash(state);
const withSomeElsewhere = (state: WindowState): boolean => withSome(state) && !isInTrash(state);
const isInTrash = (state: WindowState): boolean =>
  chosenNotes(state).every(({ trashed }) => trashed !== null);
const withSelection = (state: WindowState): boolean => withNote(state) && state.selection !== null;
const withPassage = (state: WindowState): boolean =>
  withNote(state) &&
  state.mode === 'reading' &&
  state.open?.annotations.some((each) => each.id === state.active && hasPassage(each)) === true;
const showOwnHistory = (): void => {
  const { open } = getWindow();
  if (open) void showHistory(open.id);
};
const annotateAs = (kind: Kind): Handler => ({ run: () => void annotate(kind), when: withSelection });

const HANDLERS: Readonly<Record<CommandId, Handler>> = {
  'new-note': { run: () => void newNote() },
  import: { run: () => void importFiles() },
  export: { run: exportChosen, when: withSomeElsewhere },
  print: {
    run: printChosen,
    when: (state) => withSomeElsewhere(state) && state.working === null,
  },
  'export-list': {
    run: exportList,
    when: ({ list, place }) => list.rows.length > 0 && place.type !== 'trash',
  },
  'open-layouts-folder': { run: () => void openLayoutsFolder() },
  'back-up-now': { run: () => void backUpNow(), when: (state) => state.working === null },
  'restore-backup': { run: () => setWindow({ dialog: 'restore' }), when: (state) => state.working === null },
  settings: { run: () => setWindow({ dialog: 'settings' }) },
  undo: { run: () => void undo() },
  redo: { run: () => void redo() },
  'find-in-note': { run: startFinding, when: withAny },
  'find-next': { run: () => stepFound(1), when: withAny },
  'find-previous': { run: () => stepFound(-1), when: withAny },
  'find-in-library': { run: () => void window.dispatchEvent(new Event('find-in-library')) },
  'edit-or-done': { run: () => void editOrDone(), when: withNote },
  'add-tag': { run: () => document.getElementById('add-tag')?.focus(), when: withSomeElsewhere },
  pin: { run: () => void togglePinned(), when: withSomeElsewhere },
  archive: { run: () => void toggleArchived(), when: withSomeElsewhere },
  trash: { run: () => void trash(), when: withSome },
  restore: { run: () => void restore(), when: withSomeInTrash },
  duplicate: { run: () => void duplicate(), when: withSomeElsewhere },
  'select-all-notes': { run: () => void selectAll(), when: ({ list }) => list.rows.length > 0 },
  'empty-trash': { run: emptyTrash, when: ({ counts }) => counts.trash > 0 },
  history: { run: showOwnHistory, when: withAny },
  'annotate-key-fact': annotateAs('key-fact'),
  'annotate-question': annotateAs('question'),
  'annotate-action': annotateAs('action'),
  'annotate-risk': annotateAs('risk'),
  'annotate-remark': annotateAs('remark'),
  'highlight-without-comment': { run: () => void annotate('remark', 'done'), when: withSelection },
  'copy-as-quotation': { run: () => void copyAsQuotation(), when: (state) => state.selection !== null },
  'copy-as-rich-text': { run: () => void copyAsRichText(), when: withAny },
  'tag-from-selection': { run: tagFromSelection, when: withSelection },
  'find-selection': { run: findSelection, when: (state) => state.selection !== null },
  'link-here': { run: linkSelection, when: (state) => withSelection(state) && lostOf(state).length > 0 },
  'move-passage-ends': { run: movePassageEnds, when: withPassage },
  reply: { run: replyToActive, when: (state) => withNote(state) && state.active !== null },
  'filter-annotations': { run: focusFilter, when: ({ open }) => (open?.annotations.length ?? 0) > 0 },
  'next-annotation': { run: () => stepAnnotation(1), when: withAny },
  'previous-annotation': { run: () => stepAnnotation(-1), when: withAny },
  'all-annotations': { run: () => setWindow({ dialog: 'all-annotations' }) },
  'import-annotations': { run: () => void importAnnotations(), when: withNote },
  palette: { run: () => setWindow({ dialog: 'palette' }) },
  'keyboard-shortcuts': { run: () => setWindow({ dialog: 'shortcuts' }) },
};

/** What can be done in a library that cannot be changed. */
const READING: ReadonlySet<CommandId> = new Set<CommandId>([
  'export',
  'export-list',
  'print',
  'copy-as-quotation',
  'copy-as-rich-text',
  'restore-backup',
  'settings',
  'find-in-note',
  'find-next',
  'find-previous',
  'find-in-library',
  'find-selection',
  'select-all-notes',
  'history',
  'filter-annotations',
  'next-annotation',
  'previous-annotation',
  'all-annotations',
  'palette',
  'keyboard-shortcuts',
]);

/** Whether a command makes sense now. */
export function canRun(command: CommandId): boolean {
  const state = getWindow();
  if (state.readOnly && !READING.has(command)) return false;
  return HANDLERS[command].when?.(state) ?? true;
}

/** Runs a command, if it makes sense now. */
export function run(command: CommandId): void {
  if (canRun(command)) HANDLERS[command].run();
}

/** Keys that a text field has a use for itself. */
const FIELD_KEYS: ReadonlySet<CommandId> = new Set(['undo', 'redo', 'trash']);

/**
 * Runs the command whose shortcut was pressed. While a dialog is open, and in a text field for keys that are its own, the
 * shortcut is left alone.
 */
export function onShortcut(event: KeyboardEvent): void {
  if (MENU_HAS_KEYS || event.defaultPrevented || getWindow().dialog !== null) return;
  const command = COMMANDS.find(({ shortcut }) => shortcut !== null && isShortcut(event, shortcut));
  if (!command || (FIELD_KEYS.has(command.id) && isField(event.target))) return;
  if (!canRun(command.id)) return;
  event.preventDefault();
  run(command.id);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** A command chosen in the menu; undo and redo in a text field are the field's. */
export function onMenuCommand(id: string): void {
  const command = COMMANDS.find((each) => each.id === id);
  if (!command) return;
  if ((command.id === 'undo' || command.id === 'redo') && isField(document.activeElement)) {
    document.execCommand(command.id);
    return;
  }
  run(command.id);
}
