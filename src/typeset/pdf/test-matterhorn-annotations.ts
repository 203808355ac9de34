import {
  type Condition,
  has,
  nameIn,
  numberIn,
  type PlacedAnnotation,
  type Subject,
  textIn,
} from './test-structure';

/** ISO 32000-1, table 169. */
const KNOWN = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup ' +
    'FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'
  ).split(' '),
);
const HIDDEN = 2;

const flagsOf = ({ dict }: PlacedAnnotation): number => numberIn(dict, 'F') ?? 0;

/** A hidden annotation is none for who reads; a pop-up is a part of its annotation (ISO 14289-1, 7.18.1). */
const counts = (annotation: PlacedAnnotation): boolean =>
  annotation.type !== 'Popup' && (flagsOf(annotation) & HIDDEN) === 0;

const placeOf = ({ page, type, dict }: PlacedAnnotation): string =>
  `page ${page}: ${type} ${textIn(dict, 'Contents').slice(0, 40)}`;

/** @param isWrong of the annotations that count and are of one of the types (none named: of any) */
function failing(
  { annotations }: Subject,
  types: readonly string[] | null,
  isWrong: (annotation: PlacedAnnotation) => boolean,
): string[] | null {
  const found = annotations.filter((one) => counts(one) && (types === null || types.includes(one.type)));
  return found.length === 0 ? null : found.filter(isWrong).map(placeOf);
}

const isBelow = ({ tag }: PlacedAnnotation, type: string): boolean => {
  for (let above = tag; above; above = above.parent) if (above.type === type) return true;
  return false;
};

const OF_OTHER_TAGS = ['Widget', 'Link', 'PrinterMark'];

/** About annotations, links and comments. */
export const ANNOTATION_CONDITIONS: readonly Condition[] = [
  {
    id: '28-002',
    what: 'an annotation has no tag of its own',
    fails: (subject) =>
      failing(subject, null, ({ type, tag }) => !OF_OTHER_TAGS.includes(type) && tag?.type !== 'Annot'),
  },
  {
    id: '28-004',
    what: 'an annotation says nothing in words',
    fails: (subject) =>
      failing(
        subject,
        null,
        ({ type, dict, tag }) =>
          type !== 'Widget' && textIn(dict, 'Contents') === '' && !(tag && textIn(tag.dict, 'Alt') !== ''),
      ),
  },
  {
    id: '28-005',
    what: 'a form’s field has no name in words',
    fails: (subject) => failing(subject, ['Widget'], ({ dict }) => textIn(dict, 'TU') === ''),
  },
  {
    id: '28-006',
    what: 'an annotation is of a type that the standard does not know',
    fails: (subject) => failing(subject, null, ({ type }) => !KNOWN.has(type)),
  },
  {
    id: '28-007',
    what: 'there is an annotation for printers’ traps',
    fails: (subject) => failing(subject, null, ({ type }) => type === 'TrapNet'),
  },
  {
    id: '28-008',
    what: 'a page with annotations does not say in which order they are reached',
    fails: (subject) => failing(subject, null, ({ pageDict }) => !has(pageDict, 'Tabs')),
  },
  {
    id: '28-009',
    what: 'annotations are reached in another order than that of the tags',
    fails: (subject) => failing(subject, null, ({ pageDict }) => nameIn(pageDict, 'Tabs') !== 'S'),
  },
  {
    id: '28-010',
    what: 'a form’s field stands in no tag of a form',
    fails: (subject) => failing(subject, ['Widget'], (annotation) => !isBelow(annotation, 'Form')),
  },
  {
    id: '28-011',
    what: 'a link stands in no tag of a link',
    fails: (subject) => failing(subject, ['Link'], (annotation) => !isBelow(annotation, 'Link')),
  },
  {
    id: '28-012',
    what: 'a link does not say in words where it leads',
    fails: (subject) => failing(subject, ['Link'], ({ dict }) => textIn(dict, 'Contents') === ''),
  },
  {
    id: '28-016',
    what: 'an annotation attaches a file that has no name',
    fails: (subject) => failing(subject, ['FileAttachment'], ({ dict }) => !has(dict, 'FS')),
  },
  {
    id: '28-017',
    what: 'a printer’s mark is tagged',
    fails: (subject) => failing(subject, ['PrinterMark'], ({ tag }) => tag !== null),
  },
];
