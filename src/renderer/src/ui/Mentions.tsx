import { createContext, type ReactNode, use } from 'react';
import { partsOf } from '../../../core/mentions';

/** What a mention of a tag in a text does; null: it is text like any other. */
export const Mentions = createContext<((tag: string) => void) | null>(null);

/** Words in which tags may be mentioned, `#trade/exports`: each leads where `Mentions` says. */
export function WithMentions({ text }: { text: string }): ReactNode {
  const onTag = use(Mentions);
  if (!onTag || !text.includes('#')) return text;
  return partsOf(text).map(({ start, text: words, tag }) =>
    tag === null ? (
      words
    ) : (
      <button key={start} type="button" className="mention" onClick={() => onTag(tag)}>
        {words}
      </button>
    ),
  );
}
