import {
  ANNOTATION_PLACES,
  CITATIONS,
  defaultChoices,
  EXPORT_FORMATS,
  type ExportChoices,
  KINDS,
  LABEL_LANGUAGES,
  LAYOUTS,
  type LayoutId,
  ORIENTATIONS,
  PAPERS,
  PARTS,
  TRADITIONS,
} from '../../../core/vocabulary';
import { possibleChoices } from '../../../shared/layouts';

/** What is chosen for each layout by itself. */
type OfLayout = Pick<
  ExportChoices,
  'orientation' | 'annotations' | 'kinds' | 'resolved' | 'parts' | 'tradition' | 'pdfComments'
>;

/** All that was chosen: what goes for every layout, and what goes for one. */
export interface AllChoices
  extends Pick<
    ExportChoices,
    'format' | 'layout' | 'paper' | 'language' | 'citation' | 'marking' | 'archive'
  > {
  readonly ofLayouts: Readonly<Partial<Record<LayoutId, OfLayout>>>;
}

const KEY = 'export-choices';

/** The choices for the chosen layout. */
export const currentChoices = ({ ofLayouts, ...common }: AllChoices): ExportChoices =>
  possibleChoices({ ...defaultChoices, ...ofLayouts[common.layout], ...common });

/** The same with something else chosen, for the chosen layout. */
export function withChoice(all: AllChoices, change: Partial<ExportChoices>): AllChoices {
  const { format, layout, paper, language, citation, marking, archive, ...own } = {
    ...currentChoices(all),
    ...change,
  };
  // What another layout has is its own.
  const ofLayouts = layout === all.layout ? { ...all.ofLayouts, [layout]: own } : all.ofLayouts;
  return { format, layout, paper, language, citation, marking, archive, ofLayouts };
}

export const rememberChoices = (all: AllChoices): void => localStorage.setItem(KEY, JSON.stringify(all));

/** What was chosen for the last export, as far as it can be read. */
export function rememberedChoices(): AllChoices {
  const kept = fieldsOf(parsed(localStorage.getItem(KEY)));
  const { marking } = kept;
  const ofLayouts = fieldsOf(kept.ofLayouts);
  return {
    format: known(kept.format, EXPORT_FORMATS, defaultChoices.format),
    layout: known(kept.layout, LAYOUTS, defaultChoices.layout),
    paper: known(kept.paper, PAPERS, defaultChoices.paper),
    language: known(kept.language, LABEL_LANGUAGES, defaultChoices.language),
    citation: known(kept.citation, CITATIONS, defaultChoices.citation),
    marking: typeof marking === 'string' ? marking.slice(0, 200) : '',
    archive: kept.archive === true,
    ofLayouts: Object.fromEntries(
      LAYOUTS.filter((layout) => Object.hasOwn(ofLayouts, layout)).map((layout) => [
        layout,
        ofLayout(fieldsOf(ofLayouts[layout])),
      ]),
    ),
  };
}

const ofLayout = (kept: Readonly<Record<string, unknown>>): OfLayout => ({
  orientation: known(kept.orientation, ORIENTATIONS, defaultChoices.orientation),
  annotations: known(kept.annotations, ANNOTATION_PLACES, defaultChoices.annotations),
  kinds: allKnown(kept.kinds, KINDS, defaultChoices.kinds),
  resolved: typeof kept.resolved === 'boolean' ? kept.resolved : defaultChoices.resolved,
  parts: allKnown(kept.parts, PARTS, defaultChoices.parts),
  pdfComments: kept.pdfComments === true,
  tradition: known(kept.tradition, TRADITIONS, defaultChoices.tradition),
});

const known = <V extends string>(value: unknown, of: readonly V[], otherwise: V): V =>
  of.find((each) => each === value) ?? otherwise;

const allKnown = <V extends string>(
  value: unknown,
  of: readonly V[],
  otherwise: readonly V[],
): readonly V[] => (Array.isArray(value) ? of.filter((each) => value.includes(each)) : otherwise);

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}
