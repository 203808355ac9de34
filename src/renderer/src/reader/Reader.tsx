import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { directionOf } from '../../../core/language-tag';
import type { Note } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { annotate, linkSelection, lostOf, showAnnotation } from '../annotating';
import { documentOf, isAtHand, readDocument } from '../document';
import { drawText } from '../drawing';
import { useShownAnnotations } from '../filtering';
import { selectedSpan } from '../offsets';
import { offsetOfPlace, showPlace, takeAwaitedPlace } from '../place';
import { getWindow, setWindow, useFixed, useWindow } from '../store';
import { annotationAt, markedSpansOf } from '../ui/Marked';
import { Caret } from './Caret';
import { DrawnText } from './DrawnText';
import { PassageHandles } from './PassageHandles';
import { SelectionToolbar } from './SelectionToolbar';
import { useFoundPlaces } from './useFoundPlaces';
import { useKeyboardSelection } from './useKeyboardSelection';
import './reader.css';

/** The text takes the focus, so that a passage can be selected with the keyboard. */
const FOCUSABLE = { tabIndex: 0 } as const;

/** The note's text as it is read, with its passages marked. */
export function Reader({ note: newest }: { note: Note }) {
  const note = useReadNote(newest);
  const text = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const onWhole = useCallback(() => setWhole(true), []);
  const document = useMemo(() => documentOf(note.text), [note.text]);
  const annotations = useShownAnnotations(note);
  const spans = useMemo(() => markedSpansOf(annotations), [annotations]);
  useSelection(text);
  useFoundPlaces(text, document.text);
  const active = useWindow((state) => state.active);
  useMarkClass(text, 'active', active);
  useMarkClass(
    text,
    'hovered',
    useWindow((state) => state.hovered),
  );
  const caret = useKeyboardSelection(text);
  const fixed = useFixed(note);
  const looked = fixed ? undefined : annotations.find(({ id, ...each }) => id === active && hasPassage(each));
  useLayoutEffect(() => {
    const seen = takeAwaitedPlace();
    if (!seen) return;
    // While the page is at this, nothing more can be drawn.
    queueMicrotask(() => {
      drawText(offsetOfPlace(document.text, seen) ?? undefined);
      showPlace(seen);
    });
  }, [document]);

  const onClick = (event: MouseEvent): void => {
    const id = annotationAt(event.target);
    if (id && window.getSelection()?.isCollapsed !== false) showAnnotation(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCommand = getWindow().selection !== null && !fixed && runPlainKey(event);
    const id = annotationAt(event.target);
    if (isCommand) event.preventDefault();
    else if (id && (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      showAnnotation(id);
    } else caret.onKeyDown(event);
  };
  return (
    <>
      <div
        ref={text}
        className="text"
        role="document"
        aria-label={t('window.text')}
        {...FOCUSABLE}
        data-note-text
        lang={note.language}
        dir={directionOf(note.language)}
        aria-busy={!isWhole && document.blocks.length > 0}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onMouseOver={(event) => setWindow({ hovered: annotationAt(event.target) })}
        onMouseLeave={() => setWindow({ hovered: null })}
        onFocus={(event) => {
          const id = annotationAt(event.target);
          if (id) setWindow({ hovered: id });
        }}
        onBlur={() => setWindow({ hovered: null })}
      >
        {document.blocks.length === 0 ? (
          <p className="no-text">{t('window.empty-note')}</p>
        ) : (
          <DrawnText root={text} document={document} spans={spans} onWhole={onWhole} />
        )}
      </div>
      <Caret root={text} shown={caret.shown} />
      {looked && (
        <PassageHandles key={looked.id} root={text} note={note} text={document.text} annotation={looked} />
      )}
      <SelectionToolbar root={text} />
    </>
  );
}

/** The note as it can be drawn: while a long text that has become another one is being read, as it was before. */
function useReadNote(note: Note): Note {
  const shown = useRef(note);
  const [, drawAnew] = useState(note.text);
  const isRead = isAtHand(note.text);
  if (isRead) shown.current = note;
  useEffect(() => {
    if (!isRead) void readDocument(note.text).then(() => drawAnew(note.text));
  }, [isRead, note.text]);
  return shown.current;
}

/** What keys do that are pressed alone while a passage is selected. @returns whether the key was one */
function runPlainKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key.toLowerCase() === 'h') void annotate('remark', 'done');
  else if (key.toLowerCase() === 'l' && lostOf(getWindow()).length > 0) linkSelection();
  else return false;
  return true;
}

/** Keeps the store's selection true to the page's, once the mouse has let go. */
function useSelection(root: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    let pressed = false;
    const read = (): void => {
      // A dialog takes the page's selection away; what was selected is meant all the same.
      if (pressed || !root.current || getWindow().dialog !== null) return;
      const selection = window.getSelection();
      // What is selected down to the end, or from beyond it, is all there.
      if (selection && !selection.isCollapsed && reachesEnd(selection, root.current)) drawText();
      const span = selectedSpan(root.current, selection);
      const words = span && selection?.toString().trim() !== '';
      setWindow({ selection: words ? span : null });
    };
    const press = (event: PointerEvent): void => {
      pressed = event.target instanceof Node && root.current?.contains(event.target) === true;
    };
    const release = (): void => {
      pressed = false;
      // The page settles its selection after the event.
      requestAnimationFrame(read);
    };
    window.document.addEventListener('selectionchange', read);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    return () => {
      window.document.removeEventListener('selectionchange', read);
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      setWindow({ selection: null });
    };
  }, [root]);
}

const reachesEnd = (selection: Selection, text: Element): boolean =>
  text.lastElementChild !== null && selection.containsNode(text.lastElementChild, true);

/** Sets a class on the marks of one annotation, without drawing the text anew. */
function useMarkClass(root: React.RefObject<HTMLDivElement | null>, name: string, id: string | null): void {
  useEffect(() => {
    const text = root.current;
    if (!text || id === null) return;
    const marks = text.querySelectorAll(`mark[data-annotation="${CSS.escape(id)}"]`);
    for (const mark of marks) mark.classList.add(name);
    return () => {
      for (const mark of marks) mark.classList.remove(name);
    };
  });
}
