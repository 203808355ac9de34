import { COMMANDS, type MenuSlot } from '../../../shared/commands';
import { t } from '../../../shared/text';

/** What keys do, in one part of the window. */
export interface Section {
  readonly name: string;
  readonly rows: readonly { readonly does: string; readonly keys: readonly string[] }[];
}

const SLOTS = ['file', 'edit', 'note', 'view', 'help'] as const satisfies readonly MenuSlot[];

/** Keys that are no commands: they are those of a part of the window, written as an accelerator is. */
const OF_PARTS = {
  list: {
    open: ['Up', 'Down', 'Home', 'End', 'PageUp', 'PageDown'],
    'move-only': ['CmdOrCtrl+Up', 'CmdOrCtrl+Down'],
    'select-to': ['Shift+Up', 'Shift+Down'],
    'select-one': ['CmdOrCtrl+Space'],
    'select-all': ['CmdOrCtrl+A'],
    'select-none': ['Esc'],
    menu: ['Shift+F10'],
  },
  tree: {
    move: ['Up', 'Down', 'Home', 'End'],
    fold: ['Left', 'Right'],
    choose: ['Enter'],
    rename: ['F2'],
    remove: ['Delete'],
    menu: ['Shift+F10'],
  },
  text: {
    caret: ['Left', 'Right'],
    select: ['Shift+Left', 'Shift+Right', 'Shift+Up', 'Shift+Down'],
    'select-words': ['CmdOrCtrl+Shift+Left', 'CmdOrCtrl+Shift+Right'],
    'select-line': ['Shift+Home', 'Shift+End'],
    away: ['Esc'],
  },
  find: {
    next: ['Enter'],
    previous: ['Shift+Enter'],
    away: ['Esc'],
  },
  passage: {
    character: ['Left', 'Right'],
    word: ['CmdOrCtrl+Left', 'CmdOrCtrl+Right'],
    keep: ['Enter'],
    away: ['Esc'],
  },
  card: {
    away: ['Esc'],
  },
  comment: {
    save: ['CmdOrCtrl+Enter'],
    cancel: ['Esc'],
  },
  pack: {
    move: ['Alt+Up', 'Alt+Down'],
    'leave-out': ['Delete'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

/** Every key of the app: those of its commands, in the order of its menus, then those of the parts of its window. */
export function keySections(): Section[] {
  const ofMenus = SLOTS.map((slot) => ({
    name: t(`keys.menu.${slot}`),
    rows: COMMANDS.flatMap(({ id, shortcut, menu }) =>
      menu === slot && shortcut !== null ? [{ does: t(`command.${id}`), keys: [shortcut] }] : [],
    ),
  }));
  const ofParts = Object.entries(OF_PARTS).map(([part, keys]) => ({
    name: t(`keys.${part}.name`),
    rows: Object.entries(keys).map(([id, all]) => ({ does: t(`keys.${part}.${id}`), keys: all })),
  }));
  return [...ofMenus, ...ofParts].filter(({ rows }) => rows.length > 0);
}
