import { type Draft, NO_QUOTE } from './draft';
import { type Fields, firstText, isFields, listOf, positionOf, textOf } from './values';
import { isSet, MAX_DEPTH, typesOf } from './web-annotation-types';

/** A passage that an annotation is about. */
export type WebTarget = Pick<Draft, 'quote' | 'position' | 'source'>;

/**
 * The passages of an annotation's targets: those that have words, else what is known of the first. What selects elements of a
 * page, pixels or bytes says nothing about the words of a note.
 */
export function readTargets(target: unknown): WebTarget[] {
  const all = flattened(target, 0).map(targetOf);
  const withWords = all.filter(({ quote }) => quote.exact !== '');
  if (withWords.length > 0) return withWords;
  return [all[0] ?? { quote: NO_QUOTE, position: null, source: null }];
}

function flattened(target: unknown, depth: number): unknown[] {
  if (depth > MAX_DEPTH) return [];
  return listOf(target).flatMap((each) =>
    isFields(each) && isSet(each) ? flattened(each.items, depth + 1) : [each],
  );
}

function targetOf(target: unknown): WebTarget {
  if (!isFields(target)) return { quote: NO_QUOTE, position: null, source: addressOf(target) };
  const [source] = listOf(target.source);
  const selectors = listOf(target.selector).filter(isFields);
  const words = selectors.map((selector) => wordsOf(selector, 0)).find((found) => found !== null);
  const place = selectors.find((selector) => typesOf(selector).includes('TextPositionSelector'));
  return {
    quote: words ?? NO_QUOTE,
    position: place ? positionOf(place) : null,
    source: addressOf(isFields(source) ? source.id : (source ?? target.id)),
  };
}

/** The quote that a selector, or what refines it, names. A position that refines counts from elsewhere and is of no use. */
function wordsOf(selector: Fields, depth: number): WebTarget['quote'] | null {
  if (typesOf(selector).includes('TextQuoteSelector')) {
    const { exact, prefix, suffix } = selector;
    return { exact: textOf(exact) ?? '', prefix: textOf(prefix) ?? '', suffix: textOf(suffix) ?? '' };
  }
  if (depth === MAX_DEPTH) return null;
  for (const finer of listOf(selector.refinedBy)) {
    const found = isFields(finer) ? wordsOf(finer, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

const addressOf = (value: unknown): string | null =>
  /^https?:/i.test(firstText(value)) ? firstText(value) : null;
