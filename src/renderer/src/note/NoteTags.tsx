import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { changeTags } from '../actions';
import { useFixed } from '../store';
import { TagField } from '../TagField';

/** The tags of the note, and the field that adds one. */
export function NoteTags({ note }: { note: Note }) {
  const fixed = useFixed(note);
  const list = useRef<HTMLUListElement>(null);
  const remove = async (tag: string): Promise<void> => {
    if (await changeTags([], [tag])) document.getElementById('add-tag')?.focus();
  };
  if (fixed) return <TagList tags={note.tags} />;
  return (
    <div className="tags">
      {note.tags.length > 0 && (
        <ul aria-label={t('window.note-tags')} ref={list}>
          {note.tags.map((tag) => (
            <li key={tag} className="tag">
              <span className="tag-name">{tag}</span>
              <button
                type="button"
                aria-label={t('window.remove-tag', { tag })}
                title={t('window.remove-tag', { tag })}
                onClick={() => void remove(tag)}
                onKeyDown={(event) => {
                  if (event.repeat || (event.key !== 'Backspace' && event.key !== 'Delete')) return;
                  event.preventDefault();
                  void remove(tag);
                }}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TagField
        used={note.tags}
        onAdd={(tag) => changeTags([tag], [])}
        // The last tag is shown to be next; a second key removes it.
        onBackspaceInEmpty={() => list.current?.querySelector<HTMLElement>('li:last-child button')?.focus()}
      />
    </div>
  );
}

/** Tags that cannot be changed, as those of a note in the trash. */
function TagList({ tags }: { tags: readonly string[] }) {
  // Its place is kept: the text stands no closer to the source.
  if (tags.length === 0) return <div className="tags" />;
  return (
    <div className="tags">
      <ul aria-label={t('window.note-tags')}>
        {tags.map((tag) => (
          <li key={tag} className="tag">
            <span className="tag-name">{tag}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
