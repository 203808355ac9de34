import { type ReactNode, useId, useRef, useState } from 'react';
import { IconButton } from './Button';
import { type MenuGroup, MenuList } from './MenuList';

interface MenuProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Asked for only while the menu is open. */
  readonly groups: () => readonly MenuGroup[];
}

/** A button with a menu, after the menu button pattern of the ARIA Authoring Practices. */
export function Menu({ label, icon, groups }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const close = (back: boolean): void => {
    setOpen(false);
    if (back) frame.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
  };
  return (
    <div className="menu-frame" ref={frame}>
      <IconButton
        label={label}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open && <MenuList id={id} label={label} groups={groups()} onClose={close} />}
    </div>
  );
}
