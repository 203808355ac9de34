import { GripVertical } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { NoteSummary } from '../../../core/schema';
import { t } from '../../../shared/text';
import { titleOf } from '../actions';
import { moved } from './moved';
import './note-order.css';

export type OrderedNote = Pick<NoteSummary, 'id' | 'title'>;

interface NoteOrderProps {
  readonly notes: readonly OrderedNote[];
  readonly onChange: (notes: readonly OrderedNote[]) => void;
}

/** The notes of a pack in their order, to be dragged, or moved with Alt and the arrows; Delete leaves one out. */
export function NoteOrder({ notes, onChange }: NoteOrderProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const stop = Math.min(at, notes.length - 1);
  const byKey = useRef(false);

  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[stop]?.focus();
  });

  const go = (to: number): void => {
    byKey.current = true;
    setAt(Math.max(0, Math.min(notes.length - 1, to)));
  };
  const move = (from: number, to: number): void => {
    const note = notes[from];
    if (!note || to === from || to < 0 || to >= notes.length) return;
    onChange(moved(notes, from, to));
    setAt(to);
    setSaid(t('export.moved', { title: titleOf(note), place: to + 1, count: notes.length }));
  };
  const leaveOut = (index: number): void => {
    const note = notes[index];
    if (!note || notes.length < 2) return;
    byKey.current = true;
    onChange(notes.filter((each) => each !== note));
    setSaid(t('export.left-out', { title: titleOf(note) }));
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey || shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (altKey && step !== undefined) {
      byKey.current = true;
      move(index, index + step);
    } else if (altKey) return;
    else if (step !== undefined) go(index + step);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(notes.length - 1);
    else if (key === 'Delete') leaveOut(index);
    else return;
    event.preventDefault();
  };
  const onDragOver = (event: DragEvent, index: number): void => {
    if (dragged === null) return;
    event.preventDefault();
    if (dragged !== index) {
      move(dragged, index);
      setDragged(index);
    }
  };

  return (
    <div className="field">
      <span className="field-label" id={`${id}-label`}>
        {t('export.order')}
      </span>
      <div
        role="listbox"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        className="note-order"
        ref={list}
      >
        {notes.map((note, index) => (
          <div
            key={note.id}
            role="option"
            aria-selected={index === stop}
            aria-posinset={index + 1}
            aria-setsize={notes.length}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
            aria-label={titleOf(note)}
            tabIndex={index === stop ? 0 : -1}
            className={`ordered-note ${index === dragged ? 'dragged' : ''}`}
            draggable
            onFocus={() => setAt(index)}
            onKeyDown={(event) => onKeyDown(event, index)}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', titleOf(note));
              setDragged(index);
            }}
            onDragOver={(event) => onDragOver(event, index)}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(null)}
          >
            <span className="ordered-number">{index + 1}</span>
            <span className="ordered-title">{titleOf(note)}</span>
            <GripVertical size={15} aria-hidden />
          </div>
        ))}
      </div>
      <span className="field-hint" id={`${id}-hint`}>
        {t('export.order-hint')}
      </span>
      <span role="status" className="unseen">
        {said}
      </span>
    </div>
  );
}
