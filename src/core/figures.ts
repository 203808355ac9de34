/** The figures check: what was written about a text, compared with what the text says (docs/figures-check.md). */
export { checkFigures, type FigureCheck, type Where } from './figures/check';
export type { Figure } from './figures/figure';
export {
  commentFigures,
  isToLookAt,
  noteFigures,
  type WrittenFigures,
  type WrittenIn,
} from './figures/note-figures';
export { readFigures } from './figures/read';
export { FigureSource, figureSource, headFigures } from './figures/source';
export { phraseOf } from './figures/surroundings';
