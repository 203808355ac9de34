import { Archive, ArchiveRestore, Copy, Pin, PinOff, RotateCcw, Trash2 } from 'lucide-react';
import type { NoteSummary } from '../../core/schema';
import { t } from '../../shared/text';
import { duplicate, restore, toggleArchived, togglePinned, trash } from './moving';
import { getWindow } from './store';
import type { MenuItem } from './ui/MenuList';
import { shortcutOf } from './ui/shortcut';

/**
 * Where the chosen notes can be put: the same in every menu, and as buttons where several are selected.
 * @param notes those that are chosen
 */
export function moveItems(
  notes: readonly Pick<NoteSummary, 'pinned' | 'archived' | 'trashed'>[],
): MenuItem[] {
  if (getWindow().readOnly) return [];
  const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  if (notes.every(({ trashed }) => trashed !== null)) {
    return [
      { name: t('window.restore'), icon: <RotateCcw {...look} />, run: () => void restore() },
      { name: t('window.delete-for-ever'), icon: <Trash2 {...look} />, run: () => void trash() },
    ];
  }
  const pinned = notes.every((note) => note.pinned);
  const archived = notes.every((note) => note.archived);
  return [
    {
      name: t(pinned ? 'window.unpin' : 'window.pin'),
      icon: pinned ? <PinOff {...look} /> : <Pin {...look} />,
      shortcut: shortcutOf('pin'),
      run: () => void togglePinned(),
    },
    {
      name: t(archived ? 'window.unarchive' : 'window.archive'),
      icon: archived ? <ArchiveRestore {...look} /> : <Archive {...look} />,
      run: () => void toggleArchived(),
    },
    {
      name: t('window.duplicate'),
      icon: <Copy {...look} />,
      shortcut: shortcutOf('duplicate'),
      run: () => void duplicate(),
    },
    {
      name: t('window.move-to-trash'),
      icon: <Trash2 {...look} />,
      shortcut: shortcutOf('trash'),
      run: () => void trash(),
    },
  ];
}
