import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, type MenuSlot } from '../shared/commands';
import { t } from '../shared/text';

export interface MenuChoices {
  readonly isMac: boolean;
  /** Shows the developer tools, which an installed app does not have. */
  readonly isPackaged: boolean;
  /** A command was chosen. */
  readonly run: (command: CommandId) => void;
}

type Role = NonNullable<MenuItemConstructorOptions['role']>;
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu bar: the app's commands, each in its menu, and what the system does by itself. */
export function menuTemplate({ isMac, isPackaged, run }: MenuChoices): MenuItemConstructorOptions[] {
  const commands = (slot: MenuSlot): MenuItemConstructorOptions[] =>
    COMMANDS.filter(({ menu }) => menu === slot).map(({ id, shortcut }) => ({
      id,
      label: t(`command.${id}`),
      ...(shortcut === null ? {} : { accelerator: shortcut }),
      // The page listens for the keys itself and decides whom they are for (a field's own undo comes first). macOS always
      // registers them, so there the page does not listen.
      registerAccelerator: false,
      click: () => run(id),
    }));
  const edit = commands('edit');
  const view = commands('view');
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    menu('file', [...commands('file'), separator, role(isMac ? 'close' : 'quit')]),
    menu('edit', [
      ...edit.slice(0, 2),
      separator,
      ...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role),
      separator,
      ...edit.slice(2),
    ]),
    menu('note', commands('note')),
    menu('view', [
      ...view,
      separator,
      ...(['resetZoom', 'zoomIn', 'zoomOut'] as const).map(role),
      separator,
      role('togglefullscreen'),
      ...(isPackaged ? [] : [role('toggleDevTools')]),
    ]),
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    menu('help', [...commands('help'), role('about')]),
  ];
}

const menu = (id: string, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
  id,
  label: t(`main.menu.${id}`),
  submenu,
});

const role = (name: Role): MenuItemConstructorOptions => ({ role: name, label: t(`main.role.${name}`) });
