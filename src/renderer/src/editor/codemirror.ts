import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Span } from '../../../core/highlight';
import { changesBetween } from '../../../core/merge/changes';
import type { TextEdit } from '../../../core/operation';
import { whenIdle } from '../next-task';
import { annotationAt, type MarkedSpan } from '../ui/Marked';
import { type FoundPlaces, foundMarks, setFound } from './found-marks';
import { passageMarks, passageOf, setLookedAt, setPassages } from './passage-marks';
import { editsOf, TypedChanges } from './typed-changes';

export interface TextEditor {
  focus(): void;
  /** Puts the caret at a place of the text, and that at the top of what is seen. */
  show(offset: number): void;
  text(): string;
  selection(): Span;
  /** Brings a passage of the text into sight. */
  reveal(span: Span): void;
  /** Selects a passage, and takes the focus. */
  select(span: Span): void;
  /** Marks what was found in the text. */
  mark(found: FoundPlaces): void;
  /**
   * Marks annotated passages.
   * @param base a text that stood here, whose passages they are: what was typed since moves them
   */
  markPassages(base: string, passages: readonly MarkedSpan[]): void;
  /** Shows which passage is looked at, and brings it into sight. */
  lookAt(annotation: string | null): void;
  /**
   * What is selected, as a stretch of a text that stood here.
   * @returns null: nothing is, or it is not what that text had
   */
  selectedIn(base: string): Span | null;
  /**
   * What was done to a text that stood here until it became another, which from then on is remembered.
   * @param now the text that stands here
   * @returns undefined: that is not known, or another text stands here
   */
  editsBetween(base: string, now: string): TextEdit[] | undefined;
  /** Shows another text; what it shares with the shown one keeps its place, the caret and the selection too. */
  replace(text: string): void;
  /** Puts words where the caret is, as if they were typed. */
  type(words: string): void;
  destroy(): void;
}

interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
  readonly onSelect: () => void;
  /** An annotated passage was clicked. */
  readonly onPassage: (annotation: string) => void;
}

/** Markdown that looks like what it will be; its marks step back. */
const looks = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '23px', fontWeight: '600' },
  { tag: tags.heading2, fontSize: '20px', fontWeight: '600' },
  { tag: tags.heading3, fontSize: '17.5px', fontWeight: '600' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '600' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.quote, color: 'var(--soft)' },
  { tag: tags.monospace, fontFamily: 'var(--mono)', fontSize: '0.84em' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--soft)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--soft)' },
]);

const theme = EditorView.theme({
  '&': { background: 'none', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0', unicodeBidi: 'plaintext' },
  '.cm-placeholder': { color: 'var(--soft)' },
});

export function createEditor(parent: HTMLElement, options: EditorOptions): TextEditor {
  const typed = new TypedChanges(options.text);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        keymap.of([
          {
            key: 'Mod-Enter',
            run: () => {
              options.onDone();
              return true;
            },
          },
          ...markdownKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        markdown({ base: markdownLanguage }),
        syntaxHighlighting(looks),
        theme,
        EditorView.cspNonce.of(styleNonce()),
        EditorView.lineWrapping,
        // Each line runs the way its script does.
        EditorView.perLineTextDirection.of(true),
        placeholder(options.placeholder),
        passageMarks,
        foundMarks,
        EditorView.domEventHandlers({
          click: ({ target }) => {
            const annotation = annotationAt(target);
            if (annotation) options.onPassage(annotation);
          },
        }),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'data-note-text': '',
          spellcheck: 'true',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) typed.add(update.changes);
          if (update.selectionSet || update.docChanged) options.onSelect();
          const outside = update.transactions.every((each) => each.annotation(Transaction.remote) === true);
          if (update.docChanged && !outside) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  const endPractice = practise(view);
  const lookAt = (annotation: string | null): void => {
    const passage = annotation === null ? null : passageOf(view.state, annotation);
    const sight = passage ? [inSight(passage.start, passage.end)] : [];
    view.dispatch({ effects: [setLookedAt.of(annotation), ...sight] });
  };
  return {
    focus: () => view.focus(),
    show: (offset) =>
      view.dispatch({
        selection: { anchor: offset },
        effects: EditorView.scrollIntoView(offset, { y: 'start', yMargin: 24 }),
      }),
    text: () => view.state.doc.toString(),
    selection: () => ({ start: view.state.selection.main.from, end: view.state.selection.main.to }),
    reveal: ({ start, end }) => view.dispatch({ effects: inSight(start, end) }),
    select({ start, end }) {
      view.focus();
      view.dispatch({ selection: { anchor: start, head: end }, effects: inSight(start, end) });
    },
    mark: (found) => view.dispatch({ effects: setFound.of(found) }),
    markPassages(base, passages) {
      const changes = typed.since(base);
      if (!changes) return;
      const now = passages.map((span) => ({
        ...span,
        start: changes.mapPos(span.start, 1),
        end: changes.mapPos(span.end, -1),
      }));
      const { lookedAt } = view.state.field(passageMarks);
      const isAwaited = lookedAt !== null && passageOf(view.state, lookedAt) === null;
      view.dispatch({ effects: setPassages.of(now) });
      if (isAwaited) lookAt(lookedAt);
    },
    lookAt,
    selectedIn(base) {
      const { from, to } = view.state.selection.main;
      const back = from < to ? typed.since(base)?.invertedDesc : undefined;
      if (!back) return null;
      const span = { start: back.mapPos(from, 1), end: back.mapPos(to, -1) };
      return base.slice(span.start, span.end) === view.state.sliceDoc(from, to) ? span : null;
    },
    editsBetween(base, now) {
      if (view.state.doc.toString() !== now) return undefined;
      const changes = typed.since(base);
      typed.remember(now);
      return changes ? editsOf(changes) : undefined;
    },
    type: (words) => view.dispatch(view.state.replaceSelection(words), { userEvent: 'input.type' }),
    replace(text) {
      const shown = view.state.doc.toString();
      if (shown === text) return;
      view.dispatch({
        changes: changesBetween(shown, text),
        // What another program wrote is not taken back by undoing what was typed here.
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      });
    },
    destroy: () => {
      endPractice();
      view.destroy();
    },
  };
}

/** Not at the very edge: its neighbours belong to what it says. In CSS pixels. */
const AROUND = 80;

const inSight = (start: number, end: number) =>
  EditorView.scrollIntoView(EditorSelection.range(start, end), { y: 'nearest', yMargin: AROUND });

/** So often what a key sets off is tried out. */
const TRIALS = 8;

/**
 * Types into states that are thrown away while nothing else is to be done: a program that has never run is slow, and the first keys in a
 * long text would wait for it.
 * @returns what ends it
 */
function practise(view: EditorView): () => void {
  const tryOut = (): void => {
    const { state } = view;
    const { head } = state.selection.main;
    // A state is made when it is asked for.
    void state.update({ changes: { from: head, insert: 'a' } }).state;
  };
  return whenIdle(Array.from({ length: TRIALS }, () => tryOut));
}

/** What lets the editor's style sheet past the Content-Security-Policy. */
const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
