import { describe, reanchor } from '../anchor';
import { isSame } from '../equal';
import type { Span } from '../highlight';
import { plainText } from '../markdown';
import type { Operation } from '../operation';
import type { Note } from '../schema';
import { mergeFields } from './fields';
import type { ClashingField } from './note';
import { mergeText } from './text';

export interface Rebased {
  readonly operation: Operation;
  /** What both changed; of title, source and details the other side's change is lost with the operation. */
  readonly clash: ClashingField | null;
}

/**
 * An edit as it has to be carried out on the note as it is now, if that is not what the edit was made of any more. Without a base, or where
 * only other fields changed, it stays as it is.
 * @param now the note that the operation is to be carried out on
 */
export function rebase(operation: Operation, now: Note): Rebased {
  switch (operation.type) {
    case 'edit-text': {
      if (operation.base === undefined || operation.base === now.text) return { operation, clash: null };
      const { text, clash } = mergeText(operation.base, operation.text, now.text);
      const { edits: _, ...edit } = operation;
      return { operation: { ...edit, text }, clash: clash ? 'text' : null };
    }
    case 'edit-title': {
      const { base, title } = operation;
      if (base === undefined || base === now.title || title === now.title) return { operation, clash: null };
      if (title === base) return { operation: { ...operation, title: now.title }, clash: null };
      return { operation, clash: 'title' };
    }
    case 'edit-source': {
      if (!operation.base || isSame(operation.base, now.source)) return { operation, clash: null };
      const merged = mergeFields<Note['source']>(operation.base, operation.source, now.source, 'mine');
      return { operation: { ...operation, source: merged.value }, clash: merged.clash ? 'source' : null };
    }
    case 'edit-details': {
      if (!operation.base || isSame(operation.base, now.details)) return { operation, clash: null };
      const merged = mergeFields<Note['details']>(operation.base, operation.details, now.details, 'mine');
      return { operation: { ...operation, details: merged.value }, clash: merged.clash ? 'details' : null };
    }
    case 'annotate':
    case 'link-annotation':
      return { operation: { ...operation, ...placeNow(operation, now.text) }, clash: null };
    default:
      return { operation, clash: null };
  }
}

/** Where a selected passage stands by now; where it is gone nothing is selected. */
function placeNow(selected: Span & { readonly base?: string | undefined }, text: string): Span {
  const { base, start, end } = selected;
  if (base === undefined || base === text) return { start, end };
  const [before, after] = [plainText(base), plainText(text)];
  const [now] = reanchor(before, after, [describe(before, start, end)]);
  return now && 'start' in now ? { start: now.start, end: now.end } : { start: 0, end: 0 };
}
