import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { directionOf } from '../../../core/language-tag';
import type { Annotation, Note } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { annotate, linkSelection, lostOf, showAnnotation } from '../annotating';
import { documentOf } from '../document';
import { useShownAnnotations } from '../filtering';
import { selectedSpan } from '../offsets';
import { showPlace, takeAwaitedPlace } from '../place';
import { getWindow, setWindow, useFixed, useWindow } from '../store';
import { DocumentView } from '../ui/DocumentView';
import { kindName } from '../ui/kinds';
import { lanesOf, type MarkedSpan } from '../ui/Marked';
import { Caret } from './Caret';
import { PassageHandles } from './PassageHandles';
import { SelectionToolbar } from './SelectionToolbar';
import { useKeyboardSelection } from './useKeyboardSelection';
import './reader.css';

/** The text takes the focus, so that a passage can be selected with the keyboard. */
const FOCUSABLE = { tabIndex: 0 } as const;

/** The note's text as it is read, with its passages marked. */
export function Reader({ note }: { note: Note }) {
  const text = useRef<HTMLDivElement>(null);
  const document = useMemo(() => documentOf(note.text), [note.text]);
  const annotations = useShownAnnotations(note);
  const spans = useMemo(() => spansOf(annotations), [annotations]);
  useSelection(text);
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
    if (seen) showPlace(seen);
  }, []);

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
          <DocumentView document={document} spans={spans} />
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

/** What keys do that are pressed alone while a passage is selected. @returns whether the key was one */
function runPlainKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (key.toLowerCase() === 'h') void annotate('remark', 'done');
  else if (key.toLowerCase() === 'l' && lostOf(getWindow()).length > 0) linkSelection();
  else return false;
  return true;
}

function annotationAt(target: EventTarget): string | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-annotation]') : null;
  return mark?.dataset.annotation ?? null;
}

function spansOf(annotations: readonly Annotation[]): MarkedSpan[] {
  const placed = annotations.filter(hasPassage);
  const lanes = lanesOf(placed.map(({ target }) => target[0]));
  return placed.map(({ id, kind, target, comment, resolved }, index) => ({
    id,
    kind,
    start: target[0].start,
    end: target[0].end,
    resolved: resolved !== null,
    description: comment === '' ? kindName(kind) : `${kindName(kind)}: ${comment.slice(0, 200)}`,
    lane: lanes[index] ?? 0,
  }));
}

/** Keeps the store's selection true to the page's, once the mouse has let go. */
function useSelection(root: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    let pressed = false;
    const read = (): void => {
      // A dialog takes the page's selection away; what was selected is meant all the same.
      if (pressed || !root.current || getWindow().dialog !== null) return;
      const span = selectedSpan(root.current, window.getSelection());
      const words = span && window.getSelection()?.toString().trim() !== '';
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
