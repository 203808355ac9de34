import { lookIntoTrash } from '../core/trash';
import type { Library } from './library';
import type { Ports } from './ports';

/** The trash empties itself: notes that were in it for 30 days are deleted. */
export class Trash {
  readonly #ports: Pick<Ports, 'library' | 'now'>;
  readonly #library: Library;

  constructor(ports: Pick<Ports, 'library' | 'now'>, library: Library) {
    this.#ports = ports;
    this.#library = library;
  }

  /** Looks what is due, deletes it and says so. What cannot be deleted is left for the next look. */
  async look(): Promise<void> {
    const trashed = this.#library
      .list()
      .flatMap(({ id, trashed: moment }) => (moment === null ? [] : [{ id, trashed: moment }]));
    const before = await this.#ports.library.trash();
    if (trashed.length === 0 && Object.keys(before.waited).length === 0) return;
    const look = lookIntoTrash(before, trashed, this.#ports.now());
    if (!look) return;
    await this.#ports.library.saveTrash(look.log);
    if (look.due.length === 0) return;
    const deleted = await this.#library.apply({ type: 'delete', notes: look.due });
    const count = deleted.ok ? (deleted.value.about?.count ?? 0) : 0;
    if (count > 0)
      this.#library.notice({ level: 'info', what: { code: 'trash-emptied', details: { count } } });
    if (deleted.ok && count > 0) this.#library.tell(deleted.value);
  }
}
