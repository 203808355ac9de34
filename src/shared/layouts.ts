import annotatedArticle from '../../resources/layouts/annotated-article/layout.json';
import briefingNote from '../../resources/layouts/briefing-note/layout.json';
import cleanCopy from '../../resources/layouts/clean-copy/layout.json';
import digest from '../../resources/layouts/digest/layout.json';
import {
  ANNOTATION_PLACES,
  type AnnotationPlace,
  type ExportChoices,
  type LayoutId,
  ORIENTATIONS,
  type Orientation,
  PAPERS,
  PARTS,
  type Paper,
  type Part,
  TRADITIONS,
  type Tradition,
} from '../core/vocabulary';

/** What can be chosen of a layout. */
export interface LayoutChoices {
  readonly papers: readonly Paper[];
  readonly orientations: readonly Orientation[];
  readonly annotations: readonly AnnotationPlace[];
  readonly parts: readonly Part[];
  readonly traditions: readonly Tradition[];
  readonly marking: boolean;
}

const LAYOUT_FILES = {
  'briefing-note': briefingNote,
  'annotated-article': annotatedArticle,
  'clean-copy': cleanCopy,
  digest,
} as const satisfies Record<LayoutId, unknown>;

/** What a layout's own layout.json says can be chosen of it, each in the order in which it is offered. */
export function choicesOf(layout: LayoutId): LayoutChoices {
  const { paper, orientation, annotations, parts, traditions, marking } = LAYOUT_FILES[layout].choices;
  const known = <V extends string>(all: readonly V[], given: readonly string[]): V[] =>
    all.filter((each) => given.includes(each));
  return {
    papers: known(PAPERS, paper),
    orientations: known(ORIENTATIONS, orientation),
    annotations: known(ANNOTATION_PLACES, annotations),
    parts: known(PARTS, parts),
    traditions: known(TRADITIONS, traditions),
    marking,
  };
}

/** The same choices as far as the layout has them; in the place of others stands the first that it has. */
export function possibleChoices(choices: ExportChoices): ExportChoices {
  const { papers, orientations, annotations, parts, traditions, marking } = choicesOf(choices.layout);
  return {
    ...choices,
    paper: possible(choices.paper, papers),
    orientation: possible(choices.orientation, orientations),
    annotations: possible(choices.annotations, annotations),
    parts: parts.filter((part) => choices.parts.includes(part)),
    tradition: possible(choices.tradition, traditions),
    marking: marking ? choices.marking : '',
  };
}

const possible = <V>(chosen: V, of: readonly V[]): V => (of.includes(chosen) ? chosen : (of[0] ?? chosen));
