import type { BriefingAnnotation, BriefingNote } from './briefing-data';
import type { Holding, TraditionSection, TraditionSetup } from './traditions';
import { type AnnotationPlace, hasKind, type Kind } from './vocabulary';

/** A section of a briefing note with what stands in it; empty ones are left out. */
export interface BriefingSection {
  /** Key of its heading among the layouts' own words; empty: none. */
  readonly heading: string;
  readonly annex: boolean;
  readonly parts: readonly SectionPart[];
}

/** `number`: of its first paragraph, where paragraphs are counted; 0: they are not. */
export type SectionPart =
  | {
      readonly type: 'purpose' | 'timing' | 'reference' | 'text' | 'presentation';
      readonly number: number;
    }
  | {
      readonly type: 'annotations';
      readonly number: number;
      readonly kind: Kind;
      /** Whether the section holds other kinds too, so that each says which it is. */
      readonly named: boolean;
      /** `duties`: who does it, and by when; `decisions`: what the reader decides, too. */
      readonly form: 'list' | 'duties' | 'decisions';
      /** The numbers of the annotations. */
      readonly annotations: readonly number[];
    };

/** What sections are made of. */
type Content = Pick<BriefingNote, 'details' | 'blocks' | 'annotations' | 'presentation'>;

/** The sections of a note in the order of a tradition. @param place `endnotes` puts what was found after the text */
export function sectionsOf(
  { sections, paragraphs, decisions }: TraditionSetup,
  place: AnnotationPlace,
  note: Content,
): BriefingSection[] {
  const hasAnnex = sections.some(({ annex }) => annex);
  let next = 1;
  const counted = (count: number): number => {
    if (paragraphs !== 'numbered') return 0;
    next += count;
    return next - count;
  };
  const partOf = (holding: Holding, { holds, annex }: TraditionSection): SectionPart[] => {
    if (hasKind(holding)) {
      const annotations = note.annotations.filter((each) => each.anchored && each.kind === holding);
      if (annotations.length === 0) return [];
      const form = holding === 'action' ? formOf(annotations, decisions) : 'list';
      return [
        {
          type: 'annotations',
          kind: holding,
          named: holds.filter(hasKind).length > 1,
          form,
          // What is decided on is one paragraph; each of it has a letter.
          number: counted(form === 'list' ? annotations.length : 1),
          annotations: annotations.map(({ number }) => number),
        },
      ];
    }
    if (!isThere(holding, note, hasAnnex)) return [];
    return [{ type: holding, number: annex || holding === 'text' ? 0 : counted(1) }];
  };
  return (place === 'endnotes' ? textFirst(sections) : sections)
    .map((section) => ({
      heading: section.heading,
      annex: section.annex === true,
      parts: section.holds.flatMap((holding) => partOf(holding, section)),
    }))
    .filter(({ parts }) => parts.length > 0);
}

function formOf(
  annotations: readonly BriefingAnnotation[],
  decisions: readonly string[],
): 'list' | 'duties' | 'decisions' {
  if (decisions.length > 0) return 'decisions';
  return annotations.some(({ who, by }) => who !== '' || by !== '') ? 'duties' : 'list';
}

function isThere(
  holding: Exclude<Holding, Kind>,
  { details, blocks, presentation }: Content,
  hasAnnex: boolean,
): boolean {
  switch (holding) {
    case 'purpose':
      return details.purpose !== '';
    case 'presentation':
      return presentation !== '';
    case 'timing':
      return details.for !== '' || details.by !== '';
    case 'reference':
      return hasAnnex && blocks.length > 0;
    case 'text':
      // In its place the text is missed; an annex without one is not made.
      return !hasAnnex || blocks.length > 0;
  }
}

/** The text before what was found in it; an annex stays one. */
function textFirst(sections: readonly TraditionSection[]): readonly TraditionSection[] {
  const isText = ({ holds, annex }: TraditionSection): boolean => holds.includes('text') && !annex;
  const isFound = ({ holds }: TraditionSection): boolean => holds.some(hasKind);
  return [
    ...sections.filter((each) => !isText(each) && !isFound(each) && !each.annex),
    ...sections.filter(isText),
    ...sections.filter(isFound),
    ...sections.filter(({ annex }) => annex),
  ];
}
