import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { NoteSummary } from '../../../core/schema';
import { t } from '../../../shared/text';
import { openNote, titleOf } from '../actions';
import { exportItem } from '../exporting-notes';
import { focusRow } from '../focus';
import { moveItems } from '../move-items';
import { chosenNotes } from '../moving';
import { endSelection, selectAll, selectTo, toggleSelected } from '../select-notes';
import { getWindow, indexInList, setWindow, useWindow, type WindowState } from '../store';
import { rowOfKey, rowsOfPage } from '../ui/list-keys';
import { spotOf, useContextMenu } from '../ui/useContextMenu';
import { NoteRow } from './NoteRow';
import { bringIntoSight, useRowsInSight } from './useRowsInSight';

/** Of every row; `notes.css` gives it to them. */
const ROW_HEIGHT = 106;

/** The notes; only the rows that are in sight are drawn. Several can be selected with the usual keys. */
export function NoteList({ list }: { list: WindowState['list'] }) {
  const { rows } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const { from, to } = useRowsInSight(scroller, rows.length, ROW_HEIGHT);
  const open = useWindow((state) => state.open?.id ?? null);
  const selected = useWindow((state) => state.selected);
  const cursor = useWindow((state) => state.cursor);
  const { menu, openMenu } = useContextMenu();
  const at = indexOr(cursor, indexOr(open, -1));
  const stop = Math.max(at, 0);

  useEffect(() => {
    if (at >= 0) bringIntoSight(scroller.current, at, ROW_HEIGHT);
  }, [at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const target = rowOfKey(event.key, stop, rows.length, rowsOfPage(scroller.current, ROW_HEIGHT));
    if (target !== null) {
      event.preventDefault();
      const row = rows[target];
      if (!row) return;
      // At once, so that the next key goes on from there.
      setWindow({ cursor: row.id });
      void goTo(row.id, event);
      bringIntoSight(scroller.current, target, ROW_HEIGHT);
      focusRow(row.id);
    }
  };

  return (
    <div className="note-list" ref={scroller}>
      <div
        role="listbox"
        aria-label={t('window.notes-list')}
        aria-multiselectable
        style={{ height: rows.length * ROW_HEIGHT }}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {inSight(rows, from, to, stop).map(([index, row]) => (
          <div
            key={row.id}
            id={`note-${row.id}`}
            role="option"
            aria-label={titleOf(row)}
            aria-selected={selected.size > 0 ? selected.has(row.id) : row.id === open}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
            tabIndex={index === stop ? 0 : -1}
            className="note-row"
            style={{ height: ROW_HEIGHT, transform: `translateY(${index * ROW_HEIGHT}px)` }}
            onClick={(event) => onClick(event, row.id)}
            onKeyDown={(event) => {
              if (onOtherKey(event, row.id)) event.preventDefault();
            }}
            onContextMenu={(event) => {
              const spot = spotOf(event);
              void choose(row).then(() =>
                openMenu(spot, t('window.note'), [
                  ...(chosenNotes().every(({ trashed }) => trashed !== null)
                    ? []
                    : [{ items: [exportItem()] }]),
                  { items: moveItems(chosenNotes()) },
                ]),
              );
            }}
          >
            <NoteRow note={row} />
          </div>
        ))}
      </div>
      {menu}
    </div>
  );
}

const indexOr = (id: string | null, otherwise: number): number => {
  const index = id === null ? -1 : indexInList(id);
  return index >= 0 ? index : otherwise;
};

/** The rows that are drawn, and the one that the keyboard comes back to. */
function inSight(
  rows: readonly NoteSummary[],
  from: number,
  to: number,
  stop: number,
): [number, NoteSummary][] {
  const drawn = rows.slice(from, to).map((row, index): [number, NoteSummary] => [from + index, row]);
  const row = rows[stop];
  if (row && stop < from) return [[stop, row], ...drawn];
  return row && stop >= to ? [...drawn, [stop, row]] : drawn;
}

/** Shift takes everything up to there, Ctrl only moves the focus; else the note is shown. */
async function goTo(id: string, { shiftKey, ctrlKey, metaKey }: KeyboardEvent): Promise<void> {
  if (shiftKey) await selectTo(id);
  else if (!ctrlKey && !metaKey) await openNote(id);
}

/** Keys that choose without moving. @returns whether it was one */
function onOtherKey({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, id: string): boolean {
  const command = ctrlKey || metaKey;
  if (command && !shiftKey && key.toLowerCase() === 'a') void selectAll();
  else if (command && key === ' ') void toggleSelected(id);
  else if (command) return false;
  else if (shiftKey && key === ' ') void selectTo(id);
  else if (key === 'Enter' || key === ' ') void openNote(id);
  else if (key === 'Escape' && getWindow().selected.size > 0) void endSelection();
  else return false;
  return true;
}

function onClick({ shiftKey, ctrlKey, metaKey }: MouseEvent, id: string): void {
  if (shiftKey) void selectTo(id);
  else if (ctrlKey || metaKey) void toggleSelected(id);
  else void openNote(id);
}

/** What a menu is for: the selection, if the row is part of it, else the row alone. */
async function choose(row: NoteSummary): Promise<void> {
  if (!getWindow().selected.has(row.id)) await openNote(row.id);
}
