import type { FileChild } from 'docx';
import type { BriefingAnnotation, BriefingFigure, BriefingNote } from '../../core/briefing';
import { figuresCounted, saidOfFigure } from '../../core/briefing-parts';
import { marks, quoted } from './annotations';
import { paragraph } from './blocks';
import { label, ownWords, words } from './runs';
import type { DocxSetting } from './setting';
import { STYLE } from './styles';
import { cellOf, labelledTable } from './tables';

const NUMBER = 600;

/** Every figure of title, purpose and comments, and what the source says of it. */
export function figuresTable(
  figures: readonly BriefingFigure[],
  { annotations }: BriefingNote,
  setting: DocxSetting,
): FileChild[] {
  const rest = setting.width - NUMBER;
  const shares = { figure: 0.2, 'written-in': 0.18, result: 0.24, 'in-source': 0.38 };
  const rows = figures.map((each) => [
    cellOf(words(annotations[each.number - 1]?.shown ?? '')),
    cellOf(words(each.figure)),
    cellOf([label(setting, annotations[each.number - 1]?.kind ?? each.written)]),
    cellOf([label(setting, `figure-${each.state}`, { bold: each.state !== 'found' })]),
    cellOf(words(saidOfFigure(each, setting.labels))),
  ]);
  return [
    paragraph(setting, {
      style: STYLE.small,
      keepNext: true,
      children: words(figuresCounted(figures, setting.labels)),
    }),
    ...labelledTable(
      [
        ['number', NUMBER],
        ...Object.entries(shares).map(([name, share]) => [name, Math.floor(rest * share)] as const),
      ],
      rows,
      setting,
    ),
  ];
}

/** All annotations, a line each. */
export function annotationTable(
  annotations: readonly BriefingAnnotation[],
  setting: DocxSetting,
): FileChild[] {
  const signed = Math.floor(setting.width * 0.24);
  const rows = annotations.map((annotation) => [
    cellOf(words(annotation.shown)),
    [
      ...cellOf([
        label(setting, annotation.kind, { bold: true }),
        ...marks(annotation, setting),
        ...words('  '),
        ...quoted(annotation, setting),
      ]),
      ...(annotation.beginning === '' ? [] : cellOf(ownWords(setting, annotation.beginning))),
    ],
    cellOf(words([annotation.author, annotation.date].filter((each) => each !== '').join('\n'))),
  ]);
  return labelledTable(
    [
      ['number', NUMBER],
      ['passage-and-comment', setting.width - NUMBER - signed],
      ['written-by', signed],
    ],
    rows,
    setting,
  );
}
