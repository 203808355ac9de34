/** Where a command stands in the menu bar; null: only in the palette and on its key. */
export type MenuSlot = 'file' | 'edit' | 'note' | 'view' | 'help' | null;

export interface Command {
  /** Also its key under `command` in the locale. */
  readonly id: string;
  /** Electron's accelerator. */
  readonly shortcut: string | null;
  readonly menu: MenuSlot;
}

/** Every command of the app, in the order of its menus. The page has one handler for each (`src/renderer/src/commands.ts`). */
export const COMMANDS = [
  { id: 'new-note', shortcut: 'CmdOrCtrl+N', menu: 'file' },
  { id: 'import', shortcut: 'CmdOrCtrl+O', menu: 'file' },
  { id: 'export', shortcut: 'CmdOrCtrl+E', menu: 'file' },
  { id: 'print', shortcut: 'CmdOrCtrl+P', menu: 'file' },
  { id: 'export-list', shortcut: null, menu: 'file' },
  { id: 'open-layouts-folder', shortcut: null, menu: 'file' },
  { id: 'back-up-now', shortcut: null, menu: 'file' },
  { id: 'restore-backup', shortcut: null, menu: 'file' },
  { id: 'settings', shortcut: 'CmdOrCtrl+,', menu: 'file' },
  { id: 'undo', shortcut: 'CmdOrCtrl+Z', menu: 'edit' },
  { id: 'redo', shortcut: 'CmdOrCtrl+Shift+Z', menu: 'edit' },
  { id: 'select-all-notes', shortcut: null, menu: 'edit' },
  { id: 'empty-trash', shortcut: null, menu: 'edit' },
  { id: 'find-in-note', shortcut: 'CmdOrCtrl+F', menu: 'edit' },
  { id: 'find-next', shortcut: 'F3', menu: 'edit' },
  { id: 'find-previous', shortcut: 'Shift+F3', menu: 'edit' },
  { id: 'find-in-library', shortcut: 'CmdOrCtrl+Shift+F', menu: 'edit' },
  { id: 'edit-or-done', shortcut: 'CmdOrCtrl+Enter', menu: 'note' },
  { id: 'add-tag', shortcut: 'CmdOrCtrl+Shift+T', menu: 'note' },
  { id: 'pin', shortcut: 'CmdOrCtrl+Shift+P', menu: 'note' },
  { id: 'archive', shortcut: null, menu: 'note' },
  { id: 'trash', shortcut: 'CmdOrCtrl+Backspace', menu: 'note' },
  { id: 'restore', shortcut: null, menu: 'note' },
  { id: 'duplicate', shortcut: 'CmdOrCtrl+Shift+D', menu: 'note' },
  { id: 'history', shortcut: 'CmdOrCtrl+Shift+H', menu: 'note' },
  { id: 'annotate-key-fact', shortcut: 'CmdOrCtrl+Alt+1', menu: 'note' },
  { id: 'annotate-question', shortcut: 'CmdOrCtrl+Alt+2', menu: 'note' },
  { id: 'annotate-action', shortcut: 'CmdOrCtrl+Alt+3', menu: 'note' },
  { id: 'annotate-risk', shortcut: 'CmdOrCtrl+Alt+4', menu: 'note' },
  { id: 'annotate-remark', shortcut: 'CmdOrCtrl+Alt+5', menu: 'note' },
  { id: 'highlight-without-comment', shortcut: null, menu: 'note' },
  { id: 'copy-as-quotation', shortcut: 'CmdOrCtrl+Shift+C', menu: 'edit' },
  { id: 'copy-as-rich-text', shortcut: null, menu: 'edit' },
  { id: 'tag-from-selection', shortcut: null, menu: null },
  { id: 'find-selection', shortcut: null, menu: null },
  { id: 'link-here', shortcut: null, menu: 'note' },
  { id: 'move-passage-ends', shortcut: null, menu: 'note' },
  { id: 'reply', shortcut: null, menu: 'note' },
  { id: 'filter-annotations', shortcut: null, menu: 'view' },
  { id: 'next-annotation', shortcut: 'F8', menu: 'note' },
  { id: 'previous-annotation', shortcut: 'Shift+F8', menu: 'note' },
  { id: 'all-annotations', shortcut: 'CmdOrCtrl+Shift+A', menu: 'view' },
  { id: 'import-annotations', shortcut: null, menu: 'note' },
  { id: 'palette', shortcut: 'CmdOrCtrl+K', menu: 'view' },
  { id: 'keyboard-shortcuts', shortcut: 'F1', menu: 'help' },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];
