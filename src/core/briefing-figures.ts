import type { BriefingFigure } from './briefing-data';
import { type FigureCheck, figureSource, noteFigures, phraseOf } from './figures';
import type { Note } from './schema';

/**
 * Every figure of title, purpose and comments with what the note's text says of it, for the table of a briefing.
 * @param note with the annotations that are shown, in the order of their numbers
 * @param text the note's plain text
 */
export function briefingFigures(note: Note, text: string): BriefingFigure[] {
  const source = figureSource(text, note.language, note.source.date);
  return noteFigures(note, source).flatMap(({ written, checks }) => {
    const number = written.part === 'comment' ? note.annotations.indexOf(written.annotation) + 1 : 0;
    return checks.map((check) => ({
      written: written.part,
      number,
      figure: check.figure.written,
      state: check.state,
      where: check.state === 'not-in-source' ? '' : check.where,
      there: saidThere(check, text),
    }));
  });
}

function saidThere(check: FigureCheck, text: string): string[] {
  switch (check.state) {
    case 'found':
      return [];
    case 'different':
      // The date of the source is not in its text.
      return check.there.map((each) => (check.where === 'head' ? each.written : phraseOf(text, each)));
    case 'not-in-source':
      return check.other === null ? [] : [phraseOf(text, check.other)];
  }
}
