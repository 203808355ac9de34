import { useMemo } from 'react';
import { parseMarkdown } from '../../../core/markdown';
import { goTo } from '../actions';
import { DocumentView } from '../ui/DocumentView';
import { Mentions } from '../ui/Mentions';

const NONE = [] as const;
const goToTag = (tag: string): void => void goTo({ type: 'tag', tag });

/** A comment or a reply as it is read; the tags that it mentions lead to their notes. */
export function CommentText({ comment }: { comment: string }) {
  const document = useMemo(() => parseMarkdown(comment), [comment]);
  return comment === '' ? null : (
    <div className="comment">
      <Mentions value={goToTag}>
        <DocumentView document={document} spans={NONE} />
      </Mentions>
    </div>
  );
}
