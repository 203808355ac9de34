import { type MouseEvent, type ReactNode, useState } from 'react';
import { type MenuGroup, MenuList } from './MenuList';

/** Where a menu was asked for. */
interface Spot {
  readonly at: { readonly x: number; readonly y: number };
  /** Has the focus again when the menu closes. */
  readonly from: HTMLElement;
}

interface OpenMenu extends Spot {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}

interface ContextMenu {
  /** The open menu, to be drawn; null: none is open. */
  readonly menu: ReactNode;
  readonly openMenu: (spot: Spot, label: string, groups: readonly MenuGroup[]) => void;
}

/** Where the mouse is; below the beginning of the element if a key asked for the menu. The system's own menu does not come. */
export function spotOf(event: MouseEvent<HTMLElement>): Spot {
  event.preventDefault();
  const { currentTarget, button, clientX, clientY } = event;
  const { left, top } = currentTarget.getBoundingClientRect();
  const isMouse = button === 2;
  return { from: currentTarget, at: isMouse ? { x: clientX, y: clientY } : { x: left + 24, y: top + 28 } };
}

/** A menu on a thing of the page, by the second button of the mouse or by Shift+F10. */
export function useContextMenu(): ContextMenu {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const close = (back: boolean): void => {
    setOpen(null);
    if (back) open?.from.focus();
  };
  return {
    menu: open && <MenuList label={open.label} groups={open.groups} at={open.at} onClose={close} />,
    openMenu: (spot, label, groups) => {
      if (groups.some(({ items }) => items.length > 0)) setOpen({ ...spot, label, groups });
    },
  };
}
