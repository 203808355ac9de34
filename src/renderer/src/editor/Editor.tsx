import { useEffect, useRef } from 'react';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { editOrDone } from '../editing';
import { takeAwaitedFocus } from '../focus';
import { offsetOfPlace, takeAwaitedPlace } from '../place';
import { useDraft } from '../useDraft';
import { createEditor, type TextEditor } from './codemirror';
import './editor.css';

/** Writes the note's text as Markdown that looks like the text. */
export function Editor({ note }: { note: Note }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const text = useDraft(`text-${note.id}`, note.text, (value) => ({
    type: 'edit-text',
    note: note.id,
    text: value,
  }));
  const onChange = useRef(text.change);
  onChange.current = text.change;
  const start = useRef(note.text);

  useEffect(() => {
    if (!place.current) return;
    const made = createEditor(place.current, {
      text: start.current,
      label: t('window.note-text'),
      placeholder: t('window.write-here'),
      onChange: (value) => onChange.current(value),
      onDone: () => void editOrDone(),
    });
    editor.current = made;
    if (start.current !== '' || takeAwaitedFocus()) made.focus();
    const seen = takeAwaitedPlace();
    const offset = seen && offsetOfPlace(start.current, seen);
    if (offset !== null) made.show(offset);
    return () => made.destroy();
  }, []);

  // The text changed otherwise than by typing here: undo, or another program.
  useEffect(() => {
    if (editor.current && text.value === note.text) editor.current.replace(note.text);
  }, [note.text, text.value]);

  return <div className="editor" ref={place} lang={note.language} />;
}
