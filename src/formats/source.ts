import { inferDay } from '../core/dateline-year';
import { readDateline } from '../core/datelines';
import { isoDay } from '../core/months';
import type { Warning } from '../core/result';
import type { Source } from '../core/schema';

/** A dateline stands in one of the first paragraphs: a headline or an author's line may stand before it. */
const LOOKED_AT = 3;

/**
 * What the beginning of a text says of its source. The dateline stays in the text.
 * @param paragraphs plain text
 * @param now ISO 8601
 */
export function sourceOf(
  paragraphs: readonly string[],
  now: string,
): { source: Source; warnings: Warning[] } {
  for (const paragraph of paragraphs.slice(0, LOOKED_AT)) {
    const dateline = readDateline(paragraph);
    if (!dateline) continue;
    const { printed, agency, place, year, month, day } = dateline;
    const source: Source = { agency, ...(place !== null && { place }), dateline: printed };
    if (month === null || day === null) return { source, warnings: [] };
    if (year !== null) {
      const date = isoDay(year, month, day);
      return { source: { ...source, ...(date !== null && { date }) }, warnings: [] };
    }
    const date = inferDay(month, day, paragraphs.join('\n'), now.slice(0, 10));
    if (date === null) return { source, warnings: [] };
    const warning: Warning = { code: 'year-inferred', details: { year: date.slice(0, 4) } };
    return { source: { ...source, date }, warnings: [warning] };
  }
  return { source: {}, warnings: [] };
}
