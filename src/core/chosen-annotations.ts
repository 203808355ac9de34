import type { Annotation } from './schema';
import type { ExportChoices } from './vocabulary';

/** The annotations that an export shows, in the order in which they were given. */
export const chosenAnnotations = (
  annotations: readonly Annotation[],
  { annotations: place, kinds, resolved }: Pick<ExportChoices, 'annotations' | 'kinds' | 'resolved'>,
): Annotation[] =>
  place === 'none'
    ? []
    : annotations.filter((each) => kinds.includes(each.kind) && (resolved || each.resolved === null));
