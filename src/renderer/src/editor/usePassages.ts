import { type RefObject, useEffect } from 'react';
import type { Note } from '../../../core/schema';
import { useShownAnnotations } from '../filtering';
import { placesInMarkdown } from '../markdown-places';
import { useWindow } from '../store';
import { markedSpansOf } from '../ui/Marked';
import type { TextEditor } from './codemirror';

/** Marks the annotated passages in the editor, and brings the one that is looked at into sight. */
export function usePassages(editor: RefObject<TextEditor | null>, note: Note): void {
  const annotations = useShownAnnotations(note);
  const active = useWindow((state) => state.active);
  useEffect(() => {
    let isWanted = true;
    const spans = markedSpansOf(annotations);
    placesInMarkdown({ markdown: note.text, spans: spans.map(({ start, end }) => ({ start, end })) }).then(
      (places) => {
        if (!isWanted) return;
        const placed = spans.flatMap((span, index) => {
          const place = places[index];
          return place ? [{ ...span, ...place }] : [];
        });
        editor.current?.markPassages(note.text, placed);
      },
      // Without marks the text can be written all the same.
      (error: unknown) => console.error(error),
    );
    return () => {
      isWanted = false;
    };
  }, [editor, annotations, note.text]);
  useEffect(() => editor.current?.lookAt(active), [editor, active]);
}
