import { cleanText } from '../core/clean';
import { MAX_MARKING } from '../core/kept-choices';
import {
  ANNOTATION_PLACES,
  CITATIONS,
  type ExportChoices,
  KINDS,
  LABEL_LANGUAGES,
  MAX_EXECUTOR,
  ORIENTATIONS,
  PAPERS,
  PARTS,
  TRADITIONS,
} from '../core/vocabulary';
import { t } from '../shared/text';
import { choiceOf, UsageError } from './terminal';

/** The options of `export` that say how pages shall be. */
export const CHOICE_OPTIONS = {
  layout: { type: 'string' },
  paper: { type: 'string' },
  orientation: { type: 'string' },
  marking: { type: 'string' },
  annotations: { type: 'string' },
  kinds: { type: 'string' },
  unresolved: { type: 'boolean' },
  parts: { type: 'string' },
  language: { type: 'string' },
  citation: { type: 'string' },
  'pdf-annotations': { type: 'boolean' },
  archive: { type: 'boolean' },
  tradition: { type: 'string' },
  executor: { type: 'string' },
} as const;

type Values = {
  readonly [K in keyof typeof CHOICE_OPTIONS]?: (typeof CHOICE_OPTIONS)[K]['type'] extends 'boolean'
    ? boolean
    : string;
};

/** What was chosen, the rest as in `base`; a layout is there already. @throws UsageError */
export function readChoices(values: Omit<Values, 'layout'>, base: ExportChoices): ExportChoices {
  const marking = cleanText(values.marking ?? base.marking).trim();
  if (marking.length > MAX_MARKING) {
    throw new UsageError(t('cli.marking-too-long', { length: marking.length, max: MAX_MARKING }));
  }
  const given = { ...base, ...values };
  return {
    ...base,
    paper: choiceOf('--paper', given.paper, PAPERS),
    orientation: choiceOf('--orientation', given.orientation, ORIENTATIONS),
    annotations: choiceOf('--annotations', given.annotations, ANNOTATION_PLACES),
    kinds: values.kinds === undefined ? base.kinds : listOf('--kinds', values.kinds, KINDS),
    resolved: base.resolved && values.unresolved !== true,
    parts: values.parts === undefined ? base.parts : listOf('--parts', values.parts, PARTS),
    language: choiceOf('--language', given.language, LABEL_LANGUAGES),
    citation: choiceOf('--citation', given.citation, CITATIONS),
    pdfComments: base.pdfComments || values['pdf-annotations'] === true,
    archive: base.archive || values.archive === true,
    tradition: choiceOf('--tradition', given.tradition, TRADITIONS),
    executor: cleanText(given.executor).trim().slice(0, MAX_EXECUTOR),
    marking,
  };
}

/** Words parted by commas; an empty text is none of them. */
const listOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => choiceOf(option, each, allowed));
