import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Span } from '../../../core/highlight';
import { LANE, type MarkedSpan } from '../ui/Marked';

/** Marks other passages; `start` and `end` are those of the editor's text. */
export const setPassages = StateEffect.define<readonly MarkedSpan[]>();
/** Another one is looked at, or none. */
export const setLookedAt = StateEffect.define<string | null>();

interface Marks {
  readonly all: DecorationSet;
  readonly lookedAt: string | null;
}

function mark(span: MarkedSpan, lookedAt: string | null, { start, end }: Span): Range<Decoration> {
  const look = [`kind-${span.kind}`, span.resolved && 'resolved', span.id === lookedAt && 'active'];
  return Decoration.mark({
    tagName: 'mark',
    class: look.filter(Boolean).join(' '),
    attributes: {
      'data-annotation': span.id,
      'aria-description': span.description,
      style: `padding-bottom: ${span.lane * LANE}px`,
    },
    span,
  }).range(start, end);
}

/** The same passages where they stand by now. */
function redrawn(all: DecorationSet, lookedAt: string | null): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { value, from, to } of ranges(all))
    marks.push(mark(value.spec.span, lookedAt, { start: from, end: to }));
  return Decoration.set(marks, true);
}

function* ranges(all: DecorationSet): Generator<{ value: Decoration; from: number; to: number }> {
  for (const cursor = all.iter(); cursor.value; cursor.next())
    yield { value: cursor.value, from: cursor.from, to: cursor.to };
}

/** The annotated passages; they stay on their words while those are moved by what is typed around them. */
export const passageMarks = StateField.define<Marks>({
  create: () => ({ all: Decoration.none, lookedAt: null }),
  update(before, { changes, docChanged, effects }) {
    const { all, lookedAt } = before;
    let now: Marks = docChanged ? { all: all.map(changes), lookedAt } : before;
    for (const effect of effects) {
      if (effect.is(setPassages)) {
        const placed = effect.value.filter(({ start, end }) => start < end);
        now = {
          ...now,
          all: Decoration.set(
            placed.map((span) => mark(span, now.lookedAt, span)),
            true,
          ),
        };
      } else if (effect.is(setLookedAt))
        now = { all: redrawn(now.all, effect.value), lookedAt: effect.value };
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field, ({ all }) => all),
});

/** Where a passage stands by now; null: it is not in the text. */
export function passageOf(state: EditorState, id: string): Span | null {
  for (const { value, from, to } of ranges(state.field(passageMarks).all))
    if (value.spec.span.id === id) return { start: from, end: to };
  return null;
}
