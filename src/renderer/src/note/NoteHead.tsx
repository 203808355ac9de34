import { Pencil } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatDay } from '../../../core/dates';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { focusText } from '../focus';
import { getWindow, setWindow, useFixed } from '../store';
import { takeTyped, typeAhead } from '../typing-ahead';
import { useDraft } from '../useDraft';
import { NoteTags } from './NoteTags';

/** Title, source line and tags of the open note. */
export function NoteHead({ note }: { note: Note }) {
  const fixed = useFixed(note);
  return (
    <header className="note-head">
      <Title key={note.id} note={note} />
      <button
        type="button"
        className="source-line"
        aria-label={t('window.details')}
        title={t('window.details')}
        disabled={fixed}
        onClick={() => setWindow({ dialog: 'details' })}
      >
        <SourceLine note={note} />
        {!fixed && <Pencil size={13} aria-hidden className="source-pencil" />}
      </button>
      <NoteTags key={`tags-${note.id}`} note={note} />
    </header>
  );
}

function Title({ note }: { note: Note }) {
  const fixed = useFixed(note);
  const field = useRef<HTMLTextAreaElement>(null);
  const title = useDraft(`title-${note.id}`, note.title, {
    operation: (value, base) => ({
      type: 'edit-title',
      note: note.id,
      title: value.replace(/\s*\n\s*/g, ' '),
      base,
    }),
    savedIn: (saved) => saved.title,
  });
  const change = useRef(title.change);
  change.current = title.change;
  useEffect(() => {
    if (note.title !== '' || getWindow().mode !== 'editing') return;
    field.current?.focus();
    const [words = '', ...lines] = takeTyped().split('\n');
    if (words !== '') change.current(words);
    if (lines.length > 0) goToText(lines.join('\n'));
  }, [note.title]);
  useEffect(() => {
    document.title = t('window.window-title', { title: title.value.trim() || t('window.untitled') });
  }, [title.value]);
  return (
    <>
      <h1 className="unseen">{title.value.trim() || t('window.untitled')}</h1>
      <textarea
        ref={field}
        className="title"
        dir="auto"
        aria-label={t('window.title')}
        placeholder={t('window.untitled')}
        rows={1}
        maxLength={2000}
        value={title.value}
        readOnly={fixed}
        onChange={(event) => title.change(event.target.value)}
        onBlur={() => void title.flush()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          void title.flush();
          goToText();
        }}
      />
    </>
  );
}

/** Goes on writing in the text. What is typed before its editor is there waits for it. @param typed what waits already */
function goToText(typed = ''): void {
  if (!focusText()) typeAhead(typed);
}

function SourceLine({ note }: { note: Note }) {
  const { agency, place, date } = note.source;
  const rest = [place, date && formatDay(date, 'en')].filter(Boolean);
  if (!agency && rest.length === 0) {
    return <span>{`${t('window.own-note')} · ${formatDay(note.created, 'en')}`}</span>;
  }
  return (
    <span>
      {agency && <b>{agency}</b>}
      {agency && rest.length > 0 && ' · '}
      {rest.join(' · ')}
    </span>
  );
}
