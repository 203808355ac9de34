import { ArrowDownUp } from 'lucide-react';
import { SORT_KEYS } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { sortBy } from '../sorting';
import { useWindow } from '../store';
import { Menu } from '../ui/Menu';
import type { MenuItem } from '../ui/MenuList';

/** By what the list is sorted, and which way. */
export function SortMenu() {
  const { by, descending } = useWindow((state) => state.order);
  const kind = by === 'title' ? 'words' : 'time';
  const keys = SORT_KEYS.map(
    (key): MenuItem => ({
      name: t(`window.sort-keys.${key}`),
      checked: key === by,
      run: () => sortBy({ by: key }),
    }),
  );
  // The usual way of each comes first.
  const ways = (by === 'title' ? [false, true] : [true, false]).map(
    (way): MenuItem => ({
      name: t(`window.sort-ways.${kind}.${way ? 'descending' : 'ascending'}`),
      checked: way === descending,
      run: () => sortBy({ descending: way }),
    }),
  );
  return (
    <Menu
      label={t('window.sort')}
      icon={<ArrowDownUp size={17} strokeWidth={1.75} aria-hidden />}
      groups={() => [{ name: t('window.sort-by'), items: keys }, { items: ways }]}
    />
  );
}
