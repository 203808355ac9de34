import { Check, Link, Pencil, Reply as ReplyIcon, RotateCcw, Trash2 } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { formatDay } from '../../../core/dates';
import { isSame } from '../../../core/equal';
import type { Annotation, Note } from '../../../core/schema';
import { hasPassage, NEW_REPLY, quoteOf } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { deleteAnnotation, linkAnnotation, resolveAnnotation, write } from '../annotating';
import { setWindow, useFixed, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { KindIcon, kindName } from '../ui/kinds';
import { spokenOfCard } from '../ui/spoken';
import { keyOf } from '../written';
import { AnchorState } from './AnchorState';
import { CommentForm } from './CommentForm';
import { CommentText } from './CommentText';
import { keepingPlace, Replies } from './Replies';

/** Most notes are opened without looking at figures: what reads them is loaded with the first comment. */
const FigureMarks = lazy(() => import('./FigureMarks').then(({ FigureMarks }) => ({ default: FigureMarks })));

interface CardProps {
  readonly note: Note;
  readonly annotation: Annotation;
  readonly active: boolean;
  readonly hovered: boolean;
  /** What of it is being written (`keyOf`). */
  readonly writing: string | null;
}

/** One annotation: its kind, the words it is about, its comment, and what was answered. */
export const Card = memo(function Card({ note, annotation, active, hovered, writing }: CardProps) {
  const { id, kind, comment, resolved } = annotation;
  const fixed = useFixed(note);
  const waits = useWindow((state) => state.drafts.has(id));
  const quote = quoteOf(annotation);
  const isCommenting = writing === id;
  const newReply = { annotation: id, reply: NEW_REPLY };
  const look = [active && 'active', hovered && 'hovered', resolved && 'resolved', writing && 'writing']
    .filter(Boolean)
    .join(' ');
  return (
    <article
      className={`card kind-${kind} ${look}`}
      aria-label={t('window.card', { kind: kindName(kind), quote })}
      aria-description={spokenOfCard(annotation)}
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
      <blockquote lang={note.language} dir="auto">
        {quote}
      </blockquote>
      <AnchorState note={note} annotation={annotation} />
      {isCommenting ? <CommentForm note={note} annotation={annotation} /> : <CommentText comment={comment} />}
      {waits && !isCommenting && <p className="anchor-state">{t('window.comment-waits')}</p>}
      {!isCommenting && comment !== '' && (
        <Suspense>
          <FigureMarks id={id} />
        </Suspense>
      )}
      {!isCommenting && <Due annotation={annotation} />}
      <footer>
        <span>
          {[annotation.author || t('window.you'), formatDay(annotation.created, 'en', 'short')].join(' · ')}
        </span>
        {!fixed && writing !== keyOf(newReply) && (
          <button
            type="button"
            className="reply-button card-tools"
            onMouseDown={keepingPlace}
            onClick={() => void write(newReply)}
          >
            <ReplyIcon size={13} aria-hidden />
            {t('window.reply')}
          </button>
        )}
      </footer>
      <Replies note={note} annotation={annotation} writing={writing} />
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

/** Gives the selected passage to an annotation that has lost its own. */
function LinkHere({ on }: { on: Parameters<typeof linkAnnotation>[0] }) {
  const selection = useWindow((state) => state.selection);
  return selection ? (
    <IconButton
      className="small"
      label={t('window.link-here')}
      icon={<Link size={14} aria-hidden />}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void linkAnnotation(on, selection)}
    />
  ) : null;
}

function CardTools({ note, annotation }: { note: Note; annotation: Annotation }) {
  const { id, resolved } = annotation;
  const on = { note: note.id, annotation: id };
  return (
    <span className="card-tools">
      {!hasPassage(annotation) && <LinkHere on={on} />}
      <IconButton
        className="small"
        label={t('window.edit-comment')}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => void write({ annotation: id, reply: null })}
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
          // Only a mouse counts its clicks.
          void deleteAnnotation(on, event.detail === 0);
        }}
      />
    </span>
  );
}

function Due({ annotation: { who, by } }: { annotation: Annotation }) {
  const due = [who, by && t('window.due-by', { when: by })].filter(Boolean).join(' · ');
  return due === '' ? null : <p className="due">{due}</p>;
}
