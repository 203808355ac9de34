import { type Annotation, annotationSchema } from '../../core/schema';
import type { Kind } from '../../core/vocabulary';
import type { Drafts } from './annotation-format';
import { idFor } from './ids';

/** An annotation of another program, in our words. */
export interface Draft {
  /** What it is called there; empty: nothing, then it is known by what it says. */
  readonly name: string;
  readonly kind: Kind;
  /** Empty: it is about no passage. */
  readonly quote: Quote;
  /** Where the passage was, in UTF-16 code units; null: not known. */
  readonly position: { readonly start: number; readonly end: number } | null;
  /** Markdown. */
  readonly comment: string;
  readonly author: string;
  readonly created: string;
  readonly updated: string;
  readonly source: string | null;
  /** What only files say that were written here. */
  readonly own?: Pick<Annotation, 'id' | 'state' | 'resolved' | 'quoted' | 'who' | 'by'>;
}

export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const NO_QUOTE: Quote = { exact: '', prefix: '', suffix: '' };

/** An annotation of a file. Its place is the one that the file names, which need not be one in any note. */
export interface FoundAnnotation {
  readonly annotation: Annotation;
  /** The address of what it is about; null: the file does not say. */
  readonly source: string | null;
}

export interface FoundAnnotations {
  readonly found: readonly FoundAnnotation[];
  /** Parts of the file that are no annotation, or none that can be kept. */
  readonly unread: number;
}

/**
 * Annotations as a note has them. What has neither a passage nor a comment, or cannot be kept, is counted as not read.
 * @param format whose they are: names are its own
 * @param most where there are more, one more than this is given
 */
export async function fromDrafts(
  format: string,
  { drafts, unread }: Drafts,
  most: number,
): Promise<FoundAnnotations> {
  const found: FoundAnnotation[] = [];
  const seen = new Map<string, number>();
  let leftOut = 0;
  for (const draft of drafts) {
    const names = draft.name !== '' ? ['named', draft.name] : ['says', draft.quote.exact, draft.comment];
    const key = JSON.stringify(names);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const annotation = isEmpty(draft) ? null : await asAnnotation(draft, [format, ...names, String(nth)]);
    if (annotation) found.push({ annotation, source: draft.source });
    else leftOut += 1;
    if (found.length > most) break;
  }
  return { found, unread: unread + leftOut };
}

const isEmpty = ({ own, quote, comment }: Draft): boolean =>
  !own && quote.exact.trim() === '' && comment.trim() === '';

async function asAnnotation(draft: Draft, names: readonly string[]): Promise<Annotation | null> {
  const { kind, comment, author, created, updated, quote, position, own } = draft;
  const { data } = annotationSchema.safeParse({
    id: own?.id ?? (await idFor(...names)),
    kind,
    // Without a position nothing is known of the place, least of all that it is the beginning: an empty range fits nothing.
    target: [
      { type: 'TextPositionSelector', ...(position ?? { start: 0, end: 0 }) },
      { type: 'TextQuoteSelector', ...quote },
    ],
    state: quote.exact.trim() === '' ? 'orphan' : 'exact',
    comment,
    author,
    created,
    updated,
    resolved: null,
    ...own,
  } satisfies Annotation);
  return data ?? null;
}
