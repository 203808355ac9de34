import { COMMANDS, type CommandId } from '../../../shared/commands';
import { t } from '../../../shared/text';

/** On macOS the menu bar has the keys; elsewhere the page listens for them. */
export const MENU_HAS_KEYS = navigator.platform.startsWith('Mac');
const MAC = MENU_HAS_KEYS;
const MAC_SIGNS: Record<string, string> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '⏎',
  Backspace: '⌫',
};
const ARROWS: Record<string, string> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };

/** A shortcut as this system writes it: `Ctrl+Shift+F`, `⌘⇧F`. */
export function shownShortcut(accelerator: string): string {
  const parts = accelerator.split('+').map((part) => ARROWS[part] ?? part);
  if (MAC) return parts.map((part) => MAC_SIGNS[part] ?? part).join('');
  return parts.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join('+');
}

/** A command's shortcut as this system writes it; null: it has none. */
export function shortcutOf(command: CommandId): string | null {
  const accelerator = COMMANDS.find(({ id }) => id === command)?.shortcut ?? null;
  return accelerator === null ? null : shownShortcut(accelerator);
}

/** What is shown when a button is pointed at: its name, and the shortcut of what it does. */
export function titleWithShortcut(name: string, command: CommandId): string {
  const keys = shortcutOf(command);
  return keys === null ? name : t('window.shortcut', { name, keys });
}

/** True if the key that was pressed is the shortcut. */
export function isShortcut(event: KeyboardEvent, accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.includes(name);
  const command = MAC ? event.metaKey : event.ctrlKey;
  const other = MAC ? event.ctrlKey : event.metaKey;
  if (
    command !== wants('CmdOrCtrl') ||
    other ||
    event.shiftKey !== wants('Shift') ||
    event.altKey !== wants('Alt')
  ) {
    return false;
  }
  // Alt and Shift change the character that a digit key gives, and another keyboard's letters have other characters.
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.key === key;
  if (/^[A-Z]$/.test(key))
    return event.key.toUpperCase() === key || (event.code === `Key${key}` && event.key > '\u007f');
  return event.key === key;
}
