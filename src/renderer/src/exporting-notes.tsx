import { FileOutput } from 'lucide-react';
import type { NoteSummary } from '../../core/schema';
import { MAX_EXPORTED_NOTES } from '../../core/vocabulary';
import { t } from '../../shared/text';
import { chosenNotes } from './moving';
import { getWindow, indexInList, notesOf, say, setWindow } from './store';
import type { MenuItem } from './ui/MenuList';
import { shortcutOf } from './ui/shortcut';

/** Asks how some notes shall be exported: one as a briefing, several as a pack. @param title of the pack */
export function exportNotes(notes: readonly NoteSummary[], title = ''): void {
  const exported = notes.filter(({ trashed }) => trashed === null).map(({ id }) => id);
  if (exported.length > MAX_EXPORTED_NOTES) {
    say('error', t('export.too-many', { count: exported.length, max: MAX_EXPORTED_NOTES }));
  } else if (exported.length > 0) {
    setWindow({ dialog: 'export', exported, packTitle: title });
  }
}

/** Exports the selected notes in the order of the list, or the open one. */
export const exportChosen = (): void => exportNotes(inListOrder());

const inListOrder = (): NoteSummary[] =>
  chosenNotes()
    .filter(({ trashed }) => trashed === null)
    .toSorted((a, b) => indexInList(a.id) - indexInList(b.id));

/** Prints the selected notes, or the open one, with the choices of the last export. */
export function printChosen(): void {
  const printing = inListOrder().map(({ id }) => id);
  if (printing.length > 0) setWindow({ printing });
}

/** Exports what is listed: a place, a tag or what was found. */
export function exportList(): void {
  const { list, place } = getWindow();
  exportNotes(list.rows, place.type === 'tag' ? place.tag : '');
}

/** The item for a menu of the chosen notes. */
export function exportItem(): MenuItem {
  return {
    name: t('command.export'),
    icon: <FileOutput {...LOOK} />,
    shortcut: shortcutOf('export'),
    run: exportChosen,
  };
}

/** The item for a tag's menu. */
export const exportTagItem = (tag: string): MenuItem => ({
  name: t('export.tag'),
  icon: <FileOutput {...LOOK} />,
  run: () => exportNotes(notesOf(tag), tag),
});

const LOOK = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
