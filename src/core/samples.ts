import { describe } from './annotation';
import { plainText } from './markdown';
import type { Annotation } from './schema';
import type { Kind } from './vocabulary';

const AT = '2026-01-01T00:00:00.000Z';

/** An annotation with nothing said in it but what is given. */
export const makeAnnotation = (given: Partial<Annotation> = {}): Annotation => ({
  id: 'annotation',
  kind: 'remark',
  target: [
    { type: 'TextPositionSelector', start: 0, end: 4 },
    { type: 'TextQuoteSelector', exact: 'text', prefix: '', suffix: '' },
  ],
  state: 'exact',
  comment: '',
  author: '',
  created: AT,
  updated: AT,
  resolved: null,
  replies: [],
  ...given,
});

/** An annotation of the first passage with these words. @param text Markdown */
export function annotationOn(
  text: string,
  quote: string,
  kind: Kind,
  given: Partial<Annotation> = {},
): Annotation {
  const plain = plainText(text);
  const start = plain.indexOf(quote);
  if (start < 0) throw new Error(`no passage “${quote}”`);
  const written = '2025-01-31T08:30:00.000Z';
  return makeAnnotation({
    ...{ id: `a${String(start).padStart(12, '0')}`, kind, author: 'Desk officer' },
    ...{ created: written, updated: written, target: describe(plain, start, start + quote.length) },
    ...given,
  });
}
