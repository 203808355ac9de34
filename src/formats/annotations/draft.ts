import { type Annotation, annotationSchema, type Reply, replySchema } from '../../core/schema';
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
  readonly replies: readonly ReplyDraft[];
  /** What only files say that were written here. */
  readonly own?: Pick<Annotation, 'id' | 'state' | 'resolved' | 'quoted' | 'who' | 'by'>;
}

/** A reply of another program. */
export interface ReplyDraft extends Pick<Draft, 'name' | 'comment' | 'author' | 'created' | 'updated'> {
  /** Its id, if it was written here. */
  readonly own?: string;
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
  /** Parts of the file that are no annotation and no reply, or none that can be kept. */
  readonly unread: number;
}

/**
 * Annotations as a note has them. What has neither a passage nor a comment, or cannot be kept, is counted as not read.
 * @param format whose they are: names are its own
 * @param most how many there may be, replies included
 * @returns null where there are more
 */
export async function fromDrafts(
  format: string,
  { drafts, unread }: Drafts,
  most: number,
): Promise<FoundAnnotations | null> {
  const found: FoundAnnotation[] = [];
  const names = new Names(format);
  let leftOut = 0;
  let count = 0;
  for (const draft of drafts) {
    const annotation = isEmpty(draft) ? null : await asAnnotation(draft, names);
    if (annotation) {
      const replies = await asReplies(draft.replies, names, most);
      leftOut += draft.replies.length - replies.length;
      count += 1 + replies.length;
      found.push({ annotation: { ...annotation, replies }, source: draft.source });
    } else leftOut += 1 + draft.replies.length;
    if (count > most) return null;
  }
  return { found, unread: unread + leftOut };
}

/** What the annotations of a file are called, to make ids of it. */
class Names {
  readonly #format: string;
  readonly #seen = new Map<string, number>();

  constructor(format: string) {
    this.#format = format;
  }

  /** @param says what it is known by where it has no name */
  idOf(name: string, ...says: readonly string[]): Promise<string> {
    const names = name !== '' ? ['named', name] : ['says', ...says];
    const key = JSON.stringify(names);
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    return idFor(this.#format, ...names, String(nth));
  }
}

const isEmpty = ({ own, quote, comment }: Draft): boolean =>
  !own && quote.exact.trim() === '' && comment.trim() === '';

async function asAnnotation(draft: Draft, names: Names): Promise<Annotation | null> {
  const { kind, comment, author, created, updated, quote, position, own } = draft;
  const { data } = annotationSchema.safeParse({
    id: own?.id ?? (await names.idOf(draft.name, quote.exact, comment)),
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
    replies: [],
    ...own,
  } satisfies Annotation);
  return data ?? null;
}

/** No more than one more than the most: then there are too many already. */
async function asReplies(drafts: readonly ReplyDraft[], names: Names, most: number): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const { name, comment, author, created, updated, own } of drafts.slice(0, most + 1)) {
    if (own === undefined && comment.trim() === '') continue;
    const id = own ?? (await names.idOf(name, 'reply', comment));
    const { data } = replySchema.safeParse({ id, comment, author, created, updated } satisfies Reply);
    if (data) replies.push(data);
  }
  return replies;
}
