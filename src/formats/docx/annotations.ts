import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  FootnoteReferenceRun,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { BriefingAnnotation, SetBlock, SetInline } from '../../core/briefing';
import {
  dutyOf,
  inQuotes,
  leadOf,
  letterOf,
  marksOf,
  replyBlocks,
  signatureOf,
} from '../../core/briefing-parts';
import { docxBlocks, hungOut, paragraph } from './blocks';
import { wordLanguage } from './language';
import { label, ownWords, runsOf, words } from './runs';
import { type DocxSetting, type FootnoteRuns, noPassages, type PassageRuns } from './setting';
import { INDENT, STYLE, TINTS } from './styles';
import { cellOf, labelledTable } from './tables';

/** Word's comments have an author each; one without a name is the app's. */
const NOBODY = 'Briefing Desk';

/** Notes of a whole document, which Word counts from one. */
export class DocumentNotes implements FootnoteRuns {
  readonly comments: ICommentOptions[] = [];
  readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  /** What the footnotes of the texts say, by their ids. */
  readonly #said = new Map<string, readonly SetBlock[]>();

  /**
   * How the passages of a note's annotations are shown: as Word's comments, or as its footnotes.
   * @param shown the numbers of those that begin and end in the text
   */
  passages(
    annotations: readonly BriefingAnnotation[],
    as: 'comments' | 'footnotes',
    shown: ReadonlySet<number>,
    setting: DocxSetting,
  ): PassageRuns {
    const ids = new Map<number, readonly number[]>();
    for (const annotation of annotations) {
      if (!shown.has(annotation.number)) continue;
      ids.set(
        annotation.number,
        as === 'comments' ? this.#thread(annotation, setting) : [this.#footnote(annotation, setting)],
      );
    }
    const withId = (number: number, make: (id: number) => ParagraphChild[]): ParagraphChild[] =>
      (ids.get(number) ?? []).flatMap(make);
    return {
      tint: (number) => {
        const annotation = annotations[number - 1];
        return annotation && !annotation.resolved ? TINTS[annotation.kind] : null;
      },
      begin: (number) => (as === 'comments' ? withId(number, (id) => [new CommentRangeStart(id)]) : []),
      end: (number) =>
        withId(number, (id) => (as === 'comments' ? endOfComment(id) : [new FootnoteReferenceRun(id)])),
    };
  }

  /** Word lets no two references lead to one footnote, so the further ones have their own of the same words. */
  refer({ id, blocks }: Extract<SetInline, { type: 'footnote' }>, setting: DocxSetting): ParagraphChild {
    if (blocks.length > 0) this.#said.set(id, blocks);
    const said = (this.#said.get(id) ?? []).flatMap(withoutTable);
    return new FootnoteReferenceRun(
      this.#addFootnote(docxBlocks(said, { ...setting, passages: noPassages }, STYLE.footnote)),
    );
  }

  /** A comment and the replies to it, which Word has on the same passage. */
  #thread(annotation: BriefingAnnotation, setting: DocxSetting): number[] {
    const { resolved } = annotation;
    const parentId = this.#add(annotation, {
      resolved,
      children: noteBody(annotation, setting, STYLE.comment),
    });
    const replies = annotation.replies.map((reply) => {
      const children = docxBlocks(reply.comment, { ...setting, passages: noPassages }, STYLE.comment);
      // Word wants a paragraph in each.
      const said = children.length > 0 ? children : [new Paragraph({ style: STYLE.comment })];
      return this.#add(reply, { parentId, resolved, children: said });
    });
    return [parentId, ...replies];
  }

  #add(
    { author: name, created }: Pick<BriefingAnnotation, 'author' | 'created'>,
    comment: Pick<ICommentOptions, 'children' | 'parentId' | 'resolved'>,
  ): number {
    const id = this.comments.length;
    const author = name || NOBODY;
    this.comments.push({ id, author, initials: initialsOf(author), date: new Date(created), ...comment });
    return id;
  }

  #footnote(annotation: BriefingAnnotation, setting: DocxSetting): number {
    const comment = annotation.comment.flatMap(withoutTable);
    const replies = replyBlocks(annotation).flatMap(withoutTable);
    const body = [
      ...noteBody({ ...annotation, comment }, setting, STYLE.footnote),
      ...signature(annotation, STYLE.footnote),
      ...docxBlocks(replies, { ...setting, passages: noPassages }, STYLE.footnote),
    ];
    return this.#addFootnote(body);
  }

  #addFootnote(body: readonly FileChild[]): number {
    const id = Object.keys(this.footnotes).length + 1;
    this.footnotes[id] = { children: body.filter((each) => each instanceof Paragraph) };
    return id;
  }
}

const endOfComment = (id: number): ParagraphChild[] => [
  new CommentRangeEnd(id),
  new TextRun({ style: STYLE.commentReference, children: [new CommentReference(id)] }),
];

const initialsOf = (name: string): string =>
  [...name.matchAll(/(?<!\p{L})\p{L}/gu)]
    .slice(0, 3)
    .map(([letter]) => letter)
    .join('');

/** What is said in a note at a passage: its kind, then the comment. */
function noteBody(annotation: BriefingAnnotation, setting: DocxSetting, style: string): FileChild[] {
  const plain = { ...setting, passages: noPassages };
  const duty = dutyOf(annotation, setting.labels);
  return [
    new Paragraph({
      style,
      children: [
        label(setting, annotation.kind, { bold: true }),
        ...words(` ${annotation.shown}`, { bold: true }),
        ...marks(annotation, setting),
        ...(duty === '' ? [] : words(`  ${duty}`)),
      ],
    }),
    ...docxBlocks(annotation.comment, plain, style),
  ];
}

/** Word lets no table stand in a footnote: each of its rows is a line. */
function withoutTable(block: SetBlock): SetBlock[] {
  switch (block.type) {
    case 'table':
      return [block.header, ...block.rows].map((row) => ({
        type: 'paragraph',
        children: row.flatMap((cell, index): readonly SetInline[] =>
          index === 0 ? cell : [{ type: 'text', text: ' | ', in: [], language: '' }, ...cell],
        ),
      }));
    case 'quote':
      return [{ ...block, blocks: block.blocks.flatMap(withoutTable) }];
    case 'list':
      return [
        {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: item.blocks.flatMap(withoutTable) })),
        },
      ];
    default:
      return [block];
  }
}

/** What else is known of it: resolved, made on other words. */
export const marks = (annotation: BriefingAnnotation, setting: DocxSetting): TextRun[] =>
  marksOf(annotation).flatMap(({ name, words: quote }) => [
    new TextRun({ text: ' (' }),
    label(setting, name),
    ...(quote === '' ? [] : ownWords(setting, ` ${inQuotes(quote, setting.labels)}`)),
    new TextRun({ text: ')' }),
  ]);

function signature(annotation: BriefingAnnotation, style: string): Paragraph[] {
  const signed = signatureOf(annotation);
  return signed === '' ? [] : [new Paragraph({ style, children: words(signed) })];
}

export const quoted = ({ quote }: BriefingAnnotation, setting: DocxSetting): TextRun[] =>
  ownWords(setting, inQuotes(quote, setting.labels), { italics: true });

/** How annotations stand in their section: `number` of the first paragraph, where these are counted, and whether each says its kind. */
interface Standing {
  readonly number: number;
  readonly named: boolean;
  /** Whether paragraphs have no numbers at all; the passages show which annotation is meant. */
  readonly plain: boolean;
}

/** What was found, each with its number: the comment, or the passage where nothing was said of it. */
export function found(
  annotations: readonly BriefingAnnotation[],
  setting: DocxSetting,
  { number: first, named, plain }: Standing,
): FileChild[] {
  return annotations.flatMap((annotation, index) => {
    const duty = dutyOf(annotation, setting.labels);
    const number = plain ? '' : first === 0 ? annotation.shown : String(first + index);
    return [
      ...said(annotation, setting, number, leadOf(annotation, named, setting.labels)),
      ...(duty === ''
        ? []
        : [paragraph(setting, { style: STYLE.small, indent: { left: INDENT }, children: words(duty) })]),
      ...docxBlocks(replyBlocks(annotation), setting),
    ];
  });
}

/** A comment whose first paragraph has its number hung out, if it has one. @param lead words before it */
function said(
  annotation: BriefingAnnotation,
  setting: DocxSetting,
  number: string,
  lead: string,
): FileChild[] {
  const [first, ...rest] = annotation.comment;
  const isWords = first?.type === 'paragraph';
  const runs = isWords ? runsOf(first.children, setting) : first ? [] : quoted(annotation, setting);
  return [
    paragraph(setting, {
      ...(number !== '' && hungOut(INDENT)),
      children: [
        ...(number === '' ? [] : [new TextRun({ bold: true, children: [`${number}.`, '\t'] })]),
        ...words(lead, { italics: true, language: wordLanguage(setting.labels.language ?? 'en') }),
        ...runs,
        ...marks(annotation, setting),
      ],
    }),
    ...docxBlocks(isWords ? rest : annotation.comment, setting),
  ];
}

/** Recommendations, with boxes for what the reader decides on each. @param decisions keys of what may be decided */
export function decisionTable(
  annotations: readonly BriefingAnnotation[],
  decisions: readonly string[],
  setting: DocxSetting,
): FileChild[] {
  const number = 600;
  const duty = Math.floor(setting.width * 0.18);
  const boxes = (): FileChild[] =>
    cellOf(decisions.flatMap((name) => [...words('☐\u00a0'), label(setting, name), ...words('    ')]));
  return labelledTable(
    [
      ['number', number],
      ['recommendation', setting.width - number - 2 * duty],
      ['who', duty],
      ['when', duty],
    ],
    annotations.map((annotation, index) => [
      cellOf(words(letterOf(index))),
      [...saidInCell(annotation, setting), ...boxes()],
      cellOf(ownWords(setting, annotation.who)),
      cellOf(ownWords(setting, annotation.by)),
    ]),
    setting,
  );
}

/** The comment with its replies, or the passage where nothing was said of it. */
function saidInCell(annotation: BriefingAnnotation, setting: DocxSetting): FileChild[] {
  const mark = marks(annotation, setting);
  const comment = docxBlocks(annotation.comment, setting, STYLE.table);
  return [
    ...(comment.length === 0
      ? cellOf([...quoted(annotation, setting), ...mark])
      : [...comment, ...(mark.length > 0 ? cellOf(mark) : [])]),
    ...docxBlocks(replyBlocks(annotation), setting, STYLE.table),
  ];
}

/** Actions with who and when. */
export function actionTable(annotations: readonly BriefingAnnotation[], setting: DocxSetting): FileChild[] {
  const number = 600;
  const duty = Math.floor(setting.width * 0.2);
  const rows = annotations.map((annotation) => [
    cellOf(words(annotation.shown)),
    saidInCell(annotation, setting),
    cellOf(ownWords(setting, annotation.who)),
    cellOf(ownWords(setting, annotation.by)),
  ]);
  return labelledTable(
    [
      ['number', number],
      ['action', setting.width - number - 2 * duty],
      ['who', duty],
      ['when', duty],
    ],
    rows,
    setting,
  );
}

/** Comments in full, with the words that they were made on. */
export const fullComments = (annotations: readonly BriefingAnnotation[], setting: DocxSetting): FileChild[] =>
  annotations.flatMap((annotation) => {
    const duty = dutyOf(annotation, setting.labels);
    return [
      paragraph(setting, {
        keepNext: true,
        spacing: { before: 200, after: 80 },
        children: [
          ...words(`${annotation.shown}. `, { bold: true }),
          label(setting, annotation.kind, { bold: true }),
          ...marks(annotation, setting),
          new TextRun({ text: ' ' }),
          ...quoted(annotation, setting),
        ],
      }),
      ...docxBlocks(annotation.comment, setting),
      ...(duty === '' ? [] : [paragraph(setting, { children: words(duty, { bold: true }) })]),
      ...signature(annotation, STYLE.small),
      ...docxBlocks(replyBlocks(annotation), setting),
    ];
  });
