import { Check, Link, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { lazy, memo, Suspense, useMemo } from 'react';
import { formatDay } from '../../../core/dates';
import { isSame } from '../../../core/equal';
import { parseMarkdown } from '../../../core/markdown';
import type { Annotation, Note } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { goTo } from '../actions';
import { deleteAnnotation, editComment, linkAnnotation, resolveAnnotation } from '../annotating';
import { setWindow, useFixed, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { DocumentView } from '../ui/DocumentView';
import { KindIcon, kindName } from '../ui/kinds';
import { Mentions } from '../ui/Mentions';
import { AnchorState } from './AnchorState';
import { CommentForm } from './CommentForm';

/** Most notes are opened without looking at figures: what reads them is loaded with the first comment. */
const FigureMarks = lazy(() => import('./FigureMarks').then(({ FigureMarks }) => ({ default: FigureMarks })));

interface CardProps {
  readonly note: Note;
  readonly annotation: Annotation;
  readonly active: boolean;
  readonly hovered: boolean;
  readonly writing: boolean;
}

/** One annotation: its kind, the words it is about, and its comment. */
export const Card = memo(function Card({ note, annotation, active, hovered, writing }: CardProps) {
  const { id, kind, target, comment, resolved } = annotation;
  const fixed = useFixed(note);
  const waits = useWindow((state) => state.drafts.has(id));
  const quote = target[1].exact;
  const look = [active && 'active', hovered && 'hovered', resolved && 'resolved', writing && 'writing']
    .filter(Boolean)
    .join(' ');
  return (
    <article
      className={`card kind-${kind} ${look}`}
      aria-label={t('window.card', { kind: kindName(kind), quote })}
      tabIndex={-1}
      onFocus={() => setWindow({ active: id, hovered: id })}
      onBlur={() => setWindow({ hovered: null })}
      onMouseEnter={() => setWindow({ hovered: id })}
      onMouseLeave={() => setWindow({ hovered: null })}
    >
      <header>
        <KindIcon kind={kind} />
        <span className="card-kind">{kindName(kind)}</span>
        {resolved && <span className="card-state">{t('window.resolved')}</span>}
        {!fixed && <CardTools note={note} annotation={annotation} />}
      </header>
      <blockquote lang={note.language}>{quote}</blockquote>
      <AnchorState note={note} annotation={annotation} />
      {writing ? <CommentForm note={note} annotation={annotation} /> : <Comment comment={comment} />}
      {waits && !writing && <p className="anchor-state">{t('window.comment-waits')}</p>}
      {!writing && comment !== '' && (
        <Suspense>
          <FigureMarks id={id} />
        </Suspense>
      )}
      {!writing && <Due annotation={annotation} />}
      <footer>
        {[annotation.author || t('window.you'), formatDay(annotation.created, 'en', 'short')].join(' · ')}
      </footer>
    </article>
  );
}, showsTheSame);

/** While a text is being typed all its annotations move with each key that is saved; most cards show the same as before. */
function showsTheSame(before: CardProps, after: CardProps): boolean {
  const [{ note: oldNote, annotation: old, ...oldState }, { note, annotation, ...state }] = [before, after];
  const isAlike =
    oldNote.id === note.id && oldNote.language === note.language && oldNote.trashed === note.trashed;
  // One that has lost its passage offers those of the text.
  if (!isAlike || (!hasPassage(annotation) && oldNote.text !== note.text)) return false;
  const [{ target: oldTarget, ...oldRest }, { target, ...rest }] = [old, annotation];
  return oldTarget[1].exact === target[1].exact && isSame([oldState, oldRest], [state, rest]);
}

function CardTools({ note, annotation }: { note: Note; annotation: Annotation }) {
  const selection = useWindow((state) => state.selection);
  const { id, resolved } = annotation;
  const on = { note: note.id, annotation: id };
  return (
    <span className="card-tools">
      {!hasPassage(annotation) && selection && (
        <IconButton
          className="small"
          label={t('window.link-here')}
          icon={<Link size={14} aria-hidden />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void linkAnnotation(on, selection)}
        />
      )}
      <IconButton
        className="small"
        label={t('window.edit-comment')}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => void editComment(id)}
      />
      <IconButton
        className="small"
        label={t(resolved ? 'window.reopen' : 'window.resolve')}
        icon={resolved ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        onClick={() => void resolveAnnotation(on, resolved === null)}
      />
      <IconButton
        className="small"
        label={t('window.delete-annotation')}
        icon={<Trash2 size={14} aria-hidden />}
        onClick={(event) => {
          event.stopPropagation();
          void deleteAnnotation(on);
        }}
      />
    </span>
  );
}

const NONE = [] as const;
const goToTag = (tag: string): void => void goTo({ type: 'tag', tag });

function Comment({ comment }: { comment: string }) {
  const document = useMemo(() => parseMarkdown(comment), [comment]);
  return comment === '' ? null : (
    <div className="comment">
      <Mentions value={goToTag}>
        <DocumentView document={document} spans={NONE} />
      </Mentions>
    </div>
  );
}

function Due({ annotation: { who, by } }: { annotation: Annotation }) {
  const due = [who, by && t('window.due-by', { when: by })].filter(Boolean).join(' · ');
  return due === '' ? null : <p className="due">{due}</p>;
}
