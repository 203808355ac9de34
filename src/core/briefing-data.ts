import type { BriefingSection } from './briefing-sections';
import type { FigureCheck, Where, WrittenIn } from './figures';
import type { MarkingLook } from './markings';
import type { BriefingDetails } from './schema';
import type { SetBlock, SetInline } from './set-blocks';
import type { TraditionSetup } from './traditions';
import type { ExportChoices, Kind } from './vocabulary';

/**
 * What a layout gets: one JSON document. Words of a note stand in it only as strings, never as markup.
 * It is written down field by field in docs/layouts.md.
 */
export interface Briefing {
  readonly version: 1;
  readonly layout: ExportChoices['layout'];
  readonly paper: ExportChoices['paper'];
  readonly orientation: ExportChoices['orientation'];
  readonly annotations: ExportChoices['annotations'];
  readonly parts: ExportChoices['parts'];
  readonly marking: string;
  readonly markingLook: MarkingLook;
  /** How a briefing note is arranged; the other layouts go by none. */
  readonly tradition: TraditionSetup;
  /** Who prepared it and how they are reached, where the tradition names them; empty: nobody is named. */
  readonly executor: string;
  /** Whether passages become comments of the PDF. */
  readonly pdfComments: boolean;
  /** BCP 47, of the first note. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** ISO 8601 day that the file is dated with: the note's last change, so that the same note gives the same bytes. */
  readonly date: string;
  /** The same day as it is printed. */
  readonly day: string;
  /** The layouts' own words, by name. */
  readonly labels: Readonly<Record<string, string>>;
  readonly notes: readonly BriefingNote[];
}

export interface BriefingNote {
  readonly title: string;
  readonly language: string;
  /** `BelTA`, `Minsk`, `30 January 2025`: each empty where it is not known. */
  readonly source: {
    agency: string;
    place: string;
    date: string;
    author: string;
    /** Where a link leads; empty: nowhere, or to what may not be followed. */
    address: string;
    /** The address as it is shown. */
    addressShown: string;
    /** The source in the pattern that was chosen; empty: plain, or nothing is known of it. */
    citation: readonly SetInline[];
  };
  readonly details: Readonly<Record<keyof BriefingDetails, string>>;
  /** How a decision is presented, where the tradition has a place for it; empty: it is not said. */
  readonly presentation: string;
  readonly tags: readonly string[];
  readonly blocks: readonly SetBlock[];
  readonly annotations: readonly BriefingAnnotation[];
  /** Those of title, purpose and comments, compared with the text; empty where the check is not printed. */
  readonly figures: readonly BriefingFigure[];
  /** Of a briefing note, in the order of its tradition; other layouts arrange themselves. */
  readonly sections: readonly BriefingSection[];
}

export interface BriefingFigure {
  readonly written: WrittenIn['part'];
  /** Of the annotation in whose comment it stands; 0: in none. */
  readonly number: number;
  /** As it is written: `21 %`. */
  readonly figure: string;
  readonly state: FigureCheck['state'];
  /** Where the text has it, or says something else; empty: nowhere. */
  readonly where: Where | '';
  /** `different`: what the text says instead; `not-in-source`: the same number as something else, if it is there. */
  readonly there: readonly string[];
}

export interface BriefingAnnotation {
  /** As in the note. */
  readonly id: string;
  /** In the order of the passages, from 1; those without a passage come last. */
  readonly number: number;
  /** The number as it is printed: in a pack the number of the note stands before it, `3.2`. */
  readonly shown: string;
  readonly kind: Kind;
  /** The words of its passage; where that is gone those that it was made on. */
  readonly quote: string;
  /** The words that it was made on, where those of its passage are others by now; empty: they are not. */
  readonly original: string;
  readonly comment: readonly SetBlock[];
  /** The comment's first words, without their form. */
  readonly beginning: string;
  readonly author: string;
  readonly date: string;
  /** The moment of `date`, ISO 8601. */
  readonly created: string;
  /** The moment of its last change, ISO 8601. */
  readonly updated: string;
  readonly resolved: boolean;
  readonly who: string;
  readonly by: string;
  /** False: the passage is gone from the text, or cannot be told from others. */
  readonly anchored: boolean;
  /** Several passages of the text fit, or one that may be another. */
  readonly ambiguous: boolean;
  /** How many lines of passages that overlap its own stand above the line below its words, from 0 to 3. */
  readonly lane: number;
  /** In the order in which they were written. */
  readonly replies: readonly BriefingReply[];
}

export interface BriefingReply {
  readonly id: string;
  readonly comment: readonly SetBlock[];
  readonly author: string;
  readonly date: string;
  /** The moment of `date`, ISO 8601. */
  readonly created: string;
  /** The moment of its last change, ISO 8601. */
  readonly updated: string;
}
