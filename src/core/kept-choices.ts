import {
  ANNOTATION_PLACES,
  CITATIONS,
  defaultChoices,
  EXPORT_FORMATS,
  type ExportChoices,
  KINDS,
  LABEL_LANGUAGES,
  LAYOUTS,
  MAX_EXECUTOR,
  ORIENTATIONS,
  OWN_LAYOUT_ID,
  PAPERS,
  PARTS,
  TRADITIONS,
} from './vocabulary';

/** The fields of something that was kept; none, where it is no object. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/**
 * Choices as they were kept, by this version of the app or by another: what it does not know, or what is missing, is as it is at first.
 * @param value as it came out of JSON
 */
export function keptChoices(value: unknown): ExportChoices {
  const kept = fieldsOf(value);
  const { marking, executor, resolved, ownLayout } = kept;
  return {
    format: known(kept.format, EXPORT_FORMATS, defaultChoices.format),
    layout: known(kept.layout, LAYOUTS, defaultChoices.layout),
    ownLayout: typeof ownLayout === 'string' && OWN_LAYOUT_ID.test(ownLayout) ? ownLayout : '',
    paper: known(kept.paper, PAPERS, defaultChoices.paper),
    orientation: known(kept.orientation, ORIENTATIONS, defaultChoices.orientation),
    annotations: known(kept.annotations, ANNOTATION_PLACES, defaultChoices.annotations),
    kinds: allKnown(kept.kinds, KINDS, defaultChoices.kinds),
    resolved: typeof resolved === 'boolean' ? resolved : defaultChoices.resolved,
    parts: allKnown(kept.parts, PARTS, defaultChoices.parts),
    pdfComments: kept.pdfComments === true,
    archive: kept.archive === true,
    language: known(kept.language, LABEL_LANGUAGES, defaultChoices.language),
    citation: known(kept.citation, CITATIONS, defaultChoices.citation),
    tradition: known(kept.tradition, TRADITIONS, defaultChoices.tradition),
    executor: typeof executor === 'string' ? executor.slice(0, MAX_EXECUTOR) : '',
    marking: typeof marking === 'string' ? marking.slice(0, MAX_MARKING) : '',
  };
}

/** Longest marking, in UTF-16 code units. */
export const MAX_MARKING = 200;

const known = <V extends string>(value: unknown, of: readonly V[], otherwise: V): V =>
  of.find((each) => each === value) ?? otherwise;

const allKnown = <V extends string>(
  value: unknown,
  of: readonly V[],
  otherwise: readonly V[],
): readonly V[] => (Array.isArray(value) ? of.filter((each) => value.includes(each)) : otherwise);
