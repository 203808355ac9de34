import { z } from 'zod';
import type { Failure } from './result';
import { LAYOUTS, type LayoutId } from './vocabulary';

/** What layout.json of a layout of the user's own says (docs/layouts.md). */
export const ownManifestSchema = z.strictObject({
  /** As the export dialog shows it. */
  name: z.string().trim().min(1).max(80),
  hint: z.string().trim().max(200).default(''),
  /** The layout of the app whose choices it has, and in whose order it is a Word document or a web page. */
  like: z.enum(LAYOUTS),
  /** Comments may stand in the margin: it is set twice. */
  margin: z.boolean().default(false),
});
export type OwnManifest = z.infer<typeof ownManifestSchema>;

/** A layout in the layouts folder. */
export type OwnLayout =
  | ({ readonly id: string; readonly problem: null } & Pick<OwnManifest, 'name' | 'hint' | 'like'>)
  /** It cannot be used. */
  | { readonly id: string; readonly problem: Failure };

/** All that the typesetter needs of one: it reads no folder of the user's. */
export interface OwnLayoutFiles {
  readonly id: string;
  readonly margin: boolean;
  /** By their names: its templates and what these read. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Names that folders may not have: the app's layouts, and what they share. */
export const isTakenLayoutId = (id: string): boolean =>
  id === 'common' || LAYOUTS.some((layout: LayoutId) => layout === id);
