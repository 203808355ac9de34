import { type RefObject, useEffect, useRef } from 'react';
import type { Note } from '../../../core/schema';
import { useShownAnnotations } from '../filtering';
import { placesInMarkdown } from '../markdown-places';
import { useWindow } from '../store';
import { markedSpansOf } from '../ui/Marked';
import type { TextEditor } from './codemirror';

/** While one types, passages move with their words: they are looked up in the text as it was saved so long after the last save, in ms. */
const PAUSE = 1000;

/** Marks the annotated passages in the editor, and brings the one that is looked at into sight. */
export function usePassages(editor: RefObject<TextEditor | null>, note: Note): void {
  const annotations = useShownAnnotations(note);
  const active = useWindow((state) => state.active);
  const shown = useRef({ text: '', ids: '' });
  useEffect(() => {
    let isWanted = true;
    const { text } = note;
    const spans = markedSpansOf(annotations);
    const ids = spans.map(({ id }) => id).join(' ');
    const show = async (): Promise<void> => {
      const places = await placesInMarkdown(
        text,
        spans.map(({ start, end }) => ({ start, end })),
      );
      if (!isWanted) return;
      const placed = spans.flatMap((span, index) => {
        const place = places[index];
        return place ? [{ ...span, ...place }] : [];
      });
      editor.current?.markPassages(text, placed);
      shown.current = { text, ids };
    };
    const isTyped = shown.current.text !== text && shown.current.ids === ids;
    const timer = window.setTimeout(
      // Without marks the text can be written all the same.
      () => void show().catch((error: unknown) => console.error(error)),
      isTyped ? PAUSE : 0,
    );
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [editor, annotations, note]);
  useEffect(() => editor.current?.lookAt(active), [editor, active]);
}
