import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { parseTag } from '../../core/tags';
import { t } from '../../shared/text';
import { sayFailure } from './actions';
import { useTagSuggestions } from './tag-suggestions';
import { Combobox } from './ui/Combobox';

interface TagFieldProps {
  /** Tags that are not suggested: they are there already. */
  readonly used: readonly string[];
  /** @returns whether the field is done with it */
  readonly onAdd: (tag: string) => boolean | Promise<boolean>;
  readonly onBackspaceInEmpty?: () => void;
}

/** The field that adds a tag, to a note or to those that are selected. */
export function TagField({ used, onAdd, onBackspaceInEmpty }: TagFieldProps) {
  const [typed, setTyped] = useState('');
  const options = useTagSuggestions(typed, used);

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
    if (await onAdd(parsed.value)) setTyped('');
  };
  return (
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
      {...(onBackspaceInEmpty && { onBackspaceInEmpty })}
    >
      <Plus size={14} aria-hidden />
    </Combobox>
  );
}
