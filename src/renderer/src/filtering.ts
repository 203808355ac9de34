import { useMemo } from 'react';
import {
  type FilterAspect,
  filtered,
  isFiltering,
  type MarginFilter,
  NO_FILTER,
  passes,
  toggled,
} from '../../core/margin-filter';
import type { Annotation, Note } from '../../core/schema';
import { focusSoon } from './focus';
import { getWindow, setWindow, useWindow, type WindowState } from './store';
import { annotationOf } from './written';

/** Shows other annotations of the open note. What is no longer shown is no longer looked at. */
function setFilter(filter: MarginFilter): void {
  setWindow((state) => {
    const next = { ...state, filter };
    const isShown = shownIn(next).some(({ id }) => id === state.active);
    return isShown ? { filter } : { filter, active: null, hovered: null };
  });
}

/** Chooses a value that annotations are shown by, or takes it back. */
export const toggleFilter = (aspect: FilterAspect, value: string): void =>
  setFilter(toggled(getWindow().filter, aspect, value));

/** Shows all annotations again. */
export const showAllAnnotations = (): void => setFilter(NO_FILTER);

/** Shows all annotations again if this one would not be shown: what was just made, or is meant, is never out of sight. */
export function reveal(id: string): void {
  const { open, filter } = getWindow();
  const annotation = open?.annotations.find((each) => each.id === id);
  if (annotation && !passes(annotation, filter)) setFilter(NO_FILTER);
}

/** The annotations of the open note that are shown; also the one that is being written on, whatever the filter says. */
export function shownIn({ open, filter, writing }: Pick<WindowState, 'open' | 'filter' | 'writing'>) {
  return open ? shownOf(open.annotations, filter, writing) : [];
}

/** The same for components: another list only when it has others. */
export function useShownAnnotations({ annotations }: Note): readonly Annotation[] {
  const filter = useWindow((state) => state.filter);
  const written = useWindow((state) => (isFiltering(state.filter) ? state.writing : null));
  return useMemo(() => shownOf(annotations, filter, written), [annotations, filter, written]);
}

function shownOf(
  annotations: readonly Annotation[],
  filter: MarginFilter,
  writing: string | null,
): readonly Annotation[] {
  if (!isFiltering(filter)) return annotations;
  const shown = new Set(filtered(annotations, filter));
  return annotations.filter(
    (each) => shown.has(each) || (writing !== null && annotationOf(writing) === each.id),
  );
}

/** Gives the focus to the button of the filter, in the margin. */
export function focusFilter(): void {
  setWindow(({ panes }) => ({ panes: { ...panes, margin: true } }));
  focusSoon(() => document.querySelector<HTMLElement>('.margin-head [aria-haspopup]')?.focus());
}
