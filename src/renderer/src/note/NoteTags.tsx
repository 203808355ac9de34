import { Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../../core/schema';
import { parseTag } from '../../../core/tags';
import { t } from '../../../shared/text';
import { changeTags, sayFailure } from '../actions';
import { useFixed } from '../store';
import { useTagSuggestions } from '../tag-suggestions';
import { Combobox } from '../ui/Combobox';

/** The tags of the note, and the field that adds one. */
export function NoteTags({ note }: { note: Note }) {
  const [typed, setTyped] = useState('');
  const fixed = useFixed(note);
  const options = useTagSuggestions(typed, note.tags);

  useEffect(() => {
    const offer = (event: Event): void => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') setTyped(event.detail);
      const field = document.querySelector<HTMLInputElement>('#add-tag');
      field?.focus();
      requestAnimationFrame(() => field?.select());
    };
    window.addEventListener('add-tag', offer);
    return () => window.removeEventListener('add-tag', offer);
  }, []);

  const add = async (tag: string): Promise<void> => {
    if (tag.trim() === '') return setTyped('');
    const parsed = parseTag(tag);
    if (!parsed.ok) return sayFailure(parsed.error);
    if (await changeTags([parsed.value], [])) setTyped('');
  };
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
      <Combobox
        className="tag-field"
        label={t('window.add-tag')}
        placeholder={t('window.add-tag')}
        inputId="add-tag"
        value={typed}
        onInput={setTyped}
        options={options}
        onChoose={(option) => void add(option ? option.id : typed)}
        onEscape={() => setTyped('')}
        // The last tag is shown to be next; a second key removes it.
        onBackspaceInEmpty={() => list.current?.querySelector<HTMLElement>('li:last-child button')?.focus()}
      >
        <Plus size={14} aria-hidden />
      </Combobox>
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
