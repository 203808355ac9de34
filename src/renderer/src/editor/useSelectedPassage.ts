import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type MarkdownMap, mapMarkdown } from '../../../core/markdown-map';
import type { Note } from '../../../core/schema';
import { getWindow, setWindow } from '../store';
import type { TextEditor } from './codemirror';

/** What is selected in a longer text, in UTF-16 code units, is no passage while that is written: to find it would hold up the keys. */
const LONG = 100_000;

/**
 * Keeps the store's selection true to the editor's, as a passage of the note's plain text.
 * @returns what to call when something else is selected
 */
export function useSelectedPassage(editor: RefObject<TextEditor | null>, note: Note): () => void {
  const known = useRef<{ markdown: string; map: MarkdownMap } | null>(null);
  const read = useCallback(
    (text: string): void => {
      // A dialog takes the page's selection away; what was selected is meant all the same.
      if (getWindow().dialog !== null) return;
      const selected = text.length <= LONG ? editor.current?.selectedIn(text) : null;
      if (!selected) {
        if (getWindow().selection) setWindow({ selection: null });
        return;
      }
      if (known.current?.markdown !== text) known.current = { markdown: text, map: mapMarkdown(text) };
      const { map } = known.current;
      const [start, end] = [map.toPlain(selected.start), map.toPlain(selected.end)];
      setWindow({
        selection: start < end && map.text.slice(start, end).trim() !== '' ? { start, end } : null,
      });
    },
    [editor],
  );
  // What was typed is part of the text once it is saved.
  useEffect(() => read(note.text), [read, note.text]);
  return () => read(note.text);
}
