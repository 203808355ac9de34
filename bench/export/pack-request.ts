import path from 'node:path';
import { composePack, type TypesetRequest } from '../../src/core/briefing';
import { defaultChoices, type LayoutId, PARTS } from '../../src/core/vocabulary';
import { layoutLabels } from '../../src/shared/layout-labels';
import { PACK, packNotes } from './documents';

export { createTypesetter } from '../../src/typeset/typesetter';

/** What the app does of so many notes, from the notes to what the typesetter is asked for. */
export function packOf(count: number, layout: LayoutId): TypesetRequest {
  const notes = packNotes(count);
  const parts = PARTS.filter((part) => ['cover', 'contents', 'source', 'tags'].includes(part));
  const choices = { ...defaultChoices, layout, parts };
  const { briefing, images } = composePack(notes, PACK, choices, layoutLabels('en'));
  return { briefing, images, attachment: { name: 'notes.json', bytes: Buffer.from(JSON.stringify(notes)) } };
}

/** Where the app's layouts and fonts are. @param root of the checkout */
export const resources = (root: string): { layoutsFolder: string; fontsFolder: string } => ({
  layoutsFolder: path.join(root, 'resources', 'layouts'),
  fontsFolder: path.join(root, 'out', 'fonts'),
});
