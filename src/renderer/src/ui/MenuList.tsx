import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import './menu.css';

export interface MenuItem {
  readonly name: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | null;
  /** One of several that exclude each other, and whether it is the one. */
  readonly checked?: boolean;
  /** One of several of which any may be chosen, and whether it is; the menu stays open. */
  readonly chosen?: boolean;
  /** How many things it stands for. */
  readonly count?: number;
  readonly run: () => void;
}

/** Items that belong together; the name is read aloud where they exclude each other. */
export interface MenuGroup {
  readonly name?: string;
  readonly items: readonly MenuItem[];
}

interface MenuListProps {
  readonly id?: string;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Focus goes back to where the menu was opened from, unless the person went elsewhere. */
  readonly onClose: (back: boolean) => void;
  /** Where it stands in the window, in CSS pixels; else below its button. */
  readonly at?: { readonly x: number; readonly y: number };
}

const ITEMS = '[role^=menuitem]';
/** From the edge of the window, in CSS pixels. */
const EDGE = 8;

/** A menu that is open, after the menu pattern of the ARIA Authoring Practices. */
export function MenuList({ id, label, groups, onClose, at }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const element = list.current;
    if (element && at) putAt(element, at);
    else if (element) keepInWindow(element);
    (
      element?.querySelector<HTMLElement>('[aria-checked=true]') ?? element?.querySelector<HTMLElement>(ITEMS)
    )?.focus();
    const away = (event: Event): void => {
      const frame = element?.closest('.menu-frame') ?? element;
      if (event.target instanceof Node && !frame?.contains(event.target)) close.current(false);
    };
    window.addEventListener('pointerdown', away);
    return () => window.removeEventListener('pointerdown', away);
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const focused = all.indexOf(document.activeElement as HTMLElement);
    switch (event.key) {
      case 'ArrowDown':
        all[(focused + 1) % all.length]?.focus();
        break;
      case 'ArrowUp':
        all[(focused - 1 + all.length) % all.length]?.focus();
        break;
      case 'Home':
        all[0]?.focus();
        break;
      case 'End':
        all.at(-1)?.focus();
        break;
      case 'Escape':
        onClose(true);
        break;
      case 'Tab':
        onClose(false);
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="menu"
      id={id}
      aria-label={label}
      className={`menu ${at ? 'at-point' : ''}`}
      onKeyDown={onKeyDown}
    >
      {groups.map(({ name, items }) => (
        <fieldset key={name ?? items[0]?.name} aria-label={name} className="menu-group">
          {items.map((item) => (
            <Item key={item.name} item={item} onClose={onClose} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Item({ item, onClose }: { item: MenuItem; onClose: (back: boolean) => void }) {
  const { name, icon, shortcut, checked = item.chosen, chosen, count, run } = item;
  const role =
    chosen !== undefined ? 'menuitemcheckbox' : checked !== undefined ? 'menuitemradio' : 'menuitem';
  return (
    <button
      type="button"
      role={role}
      {...(checked !== undefined && { 'aria-checked': checked })}
      tabIndex={-1}
      aria-label={count === undefined ? name : t('window.item-with-count', { name, count })}
      onClick={() => {
        if (chosen === undefined) onClose(true);
        run();
      }}
    >
      {checked !== undefined && <Check size={16} aria-hidden className={checked ? '' : 'not-checked'} />}
      {(checked === undefined || chosen !== undefined) && icon}
      <span className="menu-name">{name}</span>
      {shortcut && <kbd>{shortcut}</kbd>}
      {count !== undefined && <span className="menu-count">{count}</span>}
    </button>
  );
}

/** Below its button it may reach over the left edge of a narrow window. */
function keepInWindow(element: HTMLElement): void {
  const { left } = element.getBoundingClientRect();
  if (left < EDGE) element.style.right = `${left - EDGE}px`;
}

function putAt(element: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const { offsetWidth, offsetHeight, style } = element;
  style.left = `${Math.max(EDGE, Math.min(x, window.innerWidth - offsetWidth - EDGE))}px`;
  style.top = `${Math.max(EDGE, Math.min(y, window.innerHeight - offsetHeight - EDGE))}px`;
}
