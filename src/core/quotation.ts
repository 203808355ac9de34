import { formatDay } from './dates';
import type { Note } from './schema';

/**
 * A passage as it is quoted elsewhere: its words in quotation marks, and on a line of its own where they come from.
 * @param words the passage, as plain text
 * @param language of the line with the source, BCP 47
 */
export function quotation(note: Pick<Note, 'title' | 'source'>, words: string, language: string): string {
  const { agency, author, place, date, address } = note.source;
  const said = [agency, author, place, date && formatDay(date, language)].filter(Boolean).join(', ');
  const where = [said || note.title.trim(), address].filter(Boolean).join(', ');
  const quoted = `“${words.trim()}”`;
  return where === '' ? quoted : `${quoted}\n— ${where}`;
}
