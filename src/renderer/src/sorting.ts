import type { Order } from '../../core/order';
import { rememberView } from './scroll';
import { getWindow, showList } from './store';

/** Sorts the list otherwise; the next start does the same. */
export function sortBy(change: Partial<Order>): void {
  const { order } = getWindow();
  // A title is looked for from A on, a time from the newest on.
  const descending =
    change.by === undefined || change.by === order.by ? order.descending : change.by !== 'title';
  showList({ order: { ...order, descending, ...change } });
  void rememberView();
}
