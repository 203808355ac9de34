import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { NoteSummary } from '../../../core/schema';
import { compareTags, foldTag } from '../../../core/tags';
import { t } from '../../../shared/text';
import { tagSelected } from '../moving';
import { TagField } from '../TagField';

/** More tags than this are not shown: nobody looks through them one by one. */
const MOST = 40;

/** The tags that the selected notes have, and the field that adds one to all of them. */
export function SelectionTags({ notes }: { notes: readonly NoteSummary[] }) {
  const tags = useMemo(() => tagsOf(notes), [notes]);
  const onAll = tags.filter(({ count }) => count === notes.length).map(({ tag }) => tag);
  const remove = async (tag: string): Promise<void> => {
    if (await tagSelected([], [tag])) document.getElementById('add-tag')?.focus();
  };
  return (
    <div className="tags">
      {tags.length > 0 && (
        <ul aria-label={t('window.tags-of-selected')}>
          {tags.slice(0, MOST).map(({ tag, count }) => (
            <li key={tag} className="tag" aria-label={t('window.tag-of-selected', { tag, count })}>
              <span className="tag-name">{tag}</span>
              {count < notes.length && <span className="tag-count">{count}</span>}
              <button
                type="button"
                aria-label={t('window.remove-tag', { tag })}
                title={t('window.remove-tag', { tag })}
                onClick={() => void remove(tag)}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TagField
        used={onAll}
        onAdd={(tag) => {
          // It may take long, and the next one can be typed meanwhile.
          void tagSelected([tag], []);
          return true;
        }}
      />
    </div>
  );
}

/** Every tag of the notes and how many of them have it, in the order of tags. */
function tagsOf(notes: readonly NoteSummary[]): { tag: string; count: number }[] {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const { tags } of notes) {
    for (const tag of tags) {
      const known = counts.get(foldTag(tag));
      if (known) known.count += 1;
      else counts.set(foldTag(tag), { tag, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => compareTags(a.tag, b.tag));
}
