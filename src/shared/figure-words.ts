import { type FigureCheck, phraseOf } from '../core/figures';
import { t } from './text';

/**
 * What a person reads of a checked figure.
 * @param text the plain text that it was compared with
 */
export function figureText(check: FigureCheck, text: string): string {
  const figure = check.figure.written;
  switch (check.state) {
    case 'found':
      return t(`figures.found.${check.where}`, { figure });
    case 'different': {
      const there = check.there.map((each) => phraseOf(text, each)).join(t('figures.or'));
      return t(`figures.different.${check.where}`, { figure, there });
    }
    case 'not-in-source':
      return check.other === null
        ? t('figures.not-in-source', { figure })
        : t('figures.other', { figure, other: phraseOf(text, check.other) });
  }
}
