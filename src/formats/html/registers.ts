import type { BriefingAnnotation, BriefingFigure } from '../../core/briefing';
import { figuresCounted, inQuotes, saidOfFigure } from '../../core/briefing-parts';
import { element, type HtmlNode } from '../../core/html/element';
import {
  badge,
  commentId,
  label,
  labelledTable,
  marks,
  type NotePlace,
  passageId,
  quoted,
} from './annotations';

/** Every figure of title, purpose and comments, and what the source says of it. */
export function figuresTable(place: NotePlace, figures: readonly BriefingFigure[]): HtmlNode[] {
  const { labels, annotations } = place;
  const rows = figures.map((each) => {
    const state = label(labels, `figure-${each.state}`);
    return {
      cells: [
        each.number === 0 ? '' : badge(place, each.number, commentId(place, each.number)),
        each.figure,
        label(labels, annotations[each.number - 1]?.kind ?? each.written),
        each.state === 'found' ? state : element('strong', {}, state),
        saidOfFigure(each, labels),
      ],
    };
  });
  return [
    element('p', { class: 'soft', lang: labels.language }, figuresCounted(figures, labels)),
    labelledTable(place, ['number', 'figure', 'written-in', 'result', 'in-source'], rows),
  ];
}

/** All annotations, a line each: the number leads to the comment, the passage's words to where they stand in the text. */
export const annotationTable = (place: NotePlace, annotations: readonly BriefingAnnotation[]): HtmlNode =>
  labelledTable(
    place,
    ['number', 'passage-and-comment', 'written-by'],
    annotations.map((annotation) => ({
      cells: [
        badge(place, annotation.number, commentId(place, annotation.number)),
        [
          element(
            'p',
            {},
            element('strong', {}, label(place.labels, annotation.kind)),
            ...marks(place, annotation),
          ),
          passageOf(place, annotation),
          ...(annotation.beginning === '' ? [] : [element('p', {}, annotation.beginning)]),
        ],
        [
          annotation.author,
          annotation.date === '' ? '' : element('br'),
          element('span', { class: 'whole' }, annotation.date),
        ],
      ],
    })),
  );

const passageOf = (place: NotePlace, annotation: BriefingAnnotation): HtmlNode =>
  place.shown.has(annotation.number)
    ? element(
        'p',
        { class: 'quote' },
        element(
          'a',
          { href: `#${passageId(place, annotation.number)}` },
          inQuotes(annotation.quote, place.labels),
        ),
      )
    : quoted(place, annotation);
