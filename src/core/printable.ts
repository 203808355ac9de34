/** Ends of lines by other names. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Characters that XML and HTML cannot hold; tab and line feed stay. */
const UNPRINTABLE = /[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}|\ufeff/gu;

/** A text that markup can hold: well-formed Unicode without control characters, its lines ended by line feeds. */
export const printable = (text: string): string =>
  text.toWellFormed().replace(LINE_END, '\n').replace(UNPRINTABLE, '');

/** The same data with every text in it printable; keys and bytes stay. */
export function allPrintable<T>(data: T): T {
  const made = (value: unknown): unknown => {
    if (typeof value === 'string') return printable(value);
    if (Array.isArray(value)) return value.map(made);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, made(inner)]));
  };
  return made(data) as T;
}
