import { z } from 'zod';
import { MANIFEST_SCHEMA } from './vocabulary';

/** `manifest.json` of a backup: what is in it, so that it can be told whether it is whole. */
export const manifestSchema = z.object({
  schema: z.literal(MANIFEST_SCHEMA),
  /** When the library was as it is in there. */
  created: z.iso.datetime(),
  /** Version of the app that made it. */
  app: z.string(),
  /** When the library itself was made (`created` in its library.json): tells the backups of one library from those of another. */
  library: z.iso.datetime().nullable(),
  notes: z.number().int().nonnegative(),
  /** Every file but this one; paths with slashes, relative to the library's folder. */
  files: z.array(
    z.object({
      path: z.string(),
      size: z.number().int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];
