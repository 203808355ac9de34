import {
  type EditorState,
  type Extension,
  Prec,
  RangeSetBuilder,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { firstIndex } from '../../../core/first-index';
import type { Span } from '../../../core/highlight';

/** What was found in the text, and which of it is gone to, from 0. */
export interface FoundPlaces {
  readonly places: readonly Span[];
  readonly current: number;
}

export const NONE_FOUND: FoundPlaces = { places: [], current: -1 };

/** Marks other places. */
export const setFound = StateEffect.define<FoundPlaces>();

const found = StateField.define<FoundPlaces>({
  create: () => NONE_FOUND,
  update: (before, { effects }) => effects.findLast((effect) => effect.is(setFound))?.value ?? before,
});

const everyPlace = Decoration.mark({ class: 'place-found' });
const thisPlace = Decoration.mark({ class: 'place-found-here' });

/** Only those of the lines that are there are marked: a long text may have tens of thousands of them. */
function marksIn(view: EditorView): DecorationSet {
  const { places, current } = view.state.field(found);
  const marks = new RangeSetBuilder<Decoration>();
  const { length } = view.state.doc;
  let next = 0;
  for (const { from, to } of view.visibleRanges) {
    next = Math.max(
      next,
      firstIndex(places, ({ end }) => end > from),
    );
    for (let place = places[next]; place && place.start < to && place.end <= length; place = places[++next])
      marks.add(place.start, place.end, next === current ? thisPlace : everyPlace);
  }
  return marks.finish();
}

const isOther = (before: EditorState, now: EditorState): boolean => before.field(found) !== now.field(found);

const marked = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    constructor(view: EditorView) {
      this.marks = marksIn(view);
    }
    update({ view, startState, state, docChanged, viewportChanged, changes }: ViewUpdate): void {
      if (isOther(startState, state)) this.marks = marksIn(view);
      // What stands where is not known until it is looked for again.
      else if (docChanged) this.marks = this.marks.map(changes);
      else if (viewportChanged) this.marks = marksIn(view);
    }
  },
  {
    // Within the marks of passages, whose tint would cover them.
    provide: (plugin) =>
      Prec.highest(EditorView.decorations.of((view) => view.plugin(plugin)?.marks ?? Decoration.none)),
  },
);

/** Lets found places be marked with `setFound`; their looks are in styles/found-places.css. */
export const foundMarks: Extension = [found, marked];
