import { useEffect, useRef } from 'react';
import { mergeText } from '../../../core/merge/text';
import type { Note } from '../../../core/schema';
import { MAX_EDITS } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { editOrDone } from '../editing';
import { announceText, findAgain } from '../finding';
import { takeAwaitedFocus } from '../focus';
import { offsetOfPlace, takeAwaitedPlace } from '../place';
import { setWindow, useWindow } from '../store';
import { takeTyped } from '../typing-ahead';
import { useDraft } from '../useDraft';
import { createEditor, type TextEditor } from './codemirror';
import { NONE_FOUND } from './found-marks';
import { usePassages } from './usePassages';
import { useSelectedPassage } from './useSelectedPassage';
import './editor.css';

/** What is looked for is looked for again so long after the last key, in ms. */
const PAUSE = 150;

/** Writes the note's text as Markdown that looks like the text. */
export function Editor({ note }: { note: Note }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor | null>(null);
  const text = useDraft(`text-${note.id}`, note.text, {
    operation: (value, base) => {
      const edits = editor.current?.editsBetween(base, value);
      const edit = { type: 'edit-text', note: note.id, text: value, base } as const;
      return edits && edits.length <= MAX_EDITS ? { ...edit, edits } : edit;
    },
    savedIn: (saved) => saved.text,
    merge: (base, typed, saved) => mergeText(base, typed, saved).text,
    onReplaced: (value) => {
      editor.current?.replace(value);
      findAgain();
    },
  });
  const finding = useWindow((state) => state.finding);
  const onChange = useRef(text.change);
  onChange.current = text.change;
  const start = useRef(note.text);
  const onSelect = useRef(() => {});
  onSelect.current = useSelectedPassage(editor, note);

  useEffect(() => {
    if (!place.current) return;
    let pause: number | undefined;
    const made = createEditor(place.current, {
      text: start.current,
      label: t('window.note-text'),
      placeholder: t('window.write-here'),
      onChange: (value) => {
        onChange.current(value);
        window.clearTimeout(pause);
        pause = window.setTimeout(findAgain, PAUSE);
      },
      onDone: () => void editOrDone(),
      onSelect: () => onSelect.current(),
      onPassage: (annotation) => setWindow({ active: annotation }),
    });
    editor.current = made;
    const isAwaited = takeAwaitedFocus();
    if (start.current !== '' || isAwaited) made.focus();
    if (isAwaited) made.type(takeTyped());
    const seen = takeAwaitedPlace();
    const offset = seen && offsetOfPlace(start.current, seen);
    if (offset !== null) made.show(offset);
    const withdraw = announceText({
      ...made,
      selected: () => (made.selection().start < made.selection().end ? made.selection() : null),
      place: () => made.selection().start,
    });
    return () => {
      window.clearTimeout(pause);
      withdraw();
      editor.current = null;
      made.destroy();
    };
  }, []);

  usePassages(editor, note);
  useEffect(() => editor.current?.mark(finding ?? NONE_FOUND), [finding]);
  return <div className="editor" ref={place} lang={note.language} />;
}
