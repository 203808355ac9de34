import { isWithin, parseTag } from '../../core/tags';
import { t } from '../../shared/text';
import { applyToMany, sayFailure } from './actions';
import { saveDrafts } from './drafts';
import { focusTag } from './focus';
import { getWindow, setWindow, showList } from './store';
import { notesWithTag } from './tag-suggestions';
import { sayWithUndo, withStop } from './undoing';

/** Asks for another name of a tag. */
export function askForName(tag: string): void {
  if (!getWindow().readOnly) setWindow({ dialog: 'rename-tag', renamed: tag });
}

/** Asks whether a tag is to be removed from every note. */
export function askToRemove(tag: string): void {
  if (getWindow().readOnly) return;
  const count = notesWithTag(getWindow().knownTags, tag);
  setWindow({
    dialog: 'question',
    question: {
      title: t('window.remove-tag-everywhere', { tag }),
      text: t('window.remove-tag-text', { count }),
      answer: t('window.remove'),
      run: () => void change({ type: 'remove-tag', tag }, 'window.tag-gone', { tag }),
    },
  });
}

/** Gives a tag another name in every note. @returns false where the name cannot be one (the person has been told) */
export function renameTag(tag: string, typed: string): boolean {
  const name = parseTag(typed);
  if (!name.ok) {
    sayFailure(name.error);
    return false;
  }
  const to = name.value;
  if (to !== tag) void change({ type: 'rename-tag', from: tag, to }, 'window.tag-renamed', { tag, to });
  return true;
}

type TagOperation = { type: 'rename-tag'; from: string; to: string } | { type: 'remove-tag'; tag: string };

async function change(
  operation: TagOperation,
  said: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  if (!(await saveDrafts())) return;
  const done = await applyToMany(operation);
  if (!done?.about) return;
  sayWithUndo(withStop(t(said, { ...values, count: done.about.count }), done.about));
  followTag(operation);
  if (operation.type === 'rename-tag') focusTag(operation.to);
}

/** The list goes along with a tag that it is narrowed to. */
function followTag(operation: TagOperation): void {
  const { place } = getWindow();
  const from = operation.type === 'rename-tag' ? operation.from : operation.tag;
  if (place.type !== 'tag' || !isWithin(place.tag, from)) return;
  const below = place.tag.split('/').slice(from.split('/').length);
  showList({
    place:
      operation.type === 'rename-tag'
        ? { type: 'tag', tag: [operation.to, ...below].join('/') }
        : { type: 'all' },
  });
}
