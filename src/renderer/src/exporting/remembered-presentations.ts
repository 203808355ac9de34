import { MAX_PRESENTATION } from '../../../core/vocabulary';

const KEY = 'export-presentations';
/** Of so many notes: the ones before are long handed over. */
const MOST = 200;

/** How the decision on each note is presented, the last one written last. */
function all(): Map<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return new Map();
    return new Map(
      kept.flatMap((each: unknown): [string, string][] => {
        if (!Array.isArray(each)) return [];
        const [note, words]: unknown[] = each;
        return typeof note === 'string' && typeof words === 'string'
          ? [[note, words.slice(0, MAX_PRESENTATION)]]
          : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** What was said of a note when it was exported last: it is that note's alone. @param note its id */
export const rememberedPresentation = (note: string): string => all().get(note) ?? '';

/** @param note its id */
export function rememberPresentation(note: string, words: string): void {
  const known = all();
  known.delete(note);
  if (words.trim() !== '') known.set(note, words);
  localStorage.setItem(KEY, JSON.stringify([...known].slice(-MOST)));
}
