import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { OwnLayoutFiles } from '../core/own-layout';
import { fail, ok, type Result } from '../core/result';
import { foreignImport } from './imports';

/** What a layout says of itself in layout.json. */
const manifestSchema = z.object({
  id: z.string(),
  /** Key of its name among the layouts' words. */
  name: z.string(),
  choices: z.object({
    paper: z.array(z.string()),
    orientation: z.array(z.string()).default(['portrait']),
    annotations: z.array(z.string()),
    /** Parts that are printed only where they are chosen. */
    parts: z.array(z.string()).default([]),
    traditions: z.array(z.string()).default(['own']),
    marking: z.boolean(),
  }),
  /** Comments may stand in the margin: it is set twice, see docs/layouts.md. */
  margin: z.boolean(),
  /** In the order in which they stand. */
  parts: z.array(z.string()),
});
export type LayoutManifest = z.infer<typeof manifestSchema>;

export interface Layout {
  readonly manifest: Pick<LayoutManifest, 'id' | 'margin'>;
  /** The file to set, as the workspace knows it. */
  readonly main: string;
  /** All of its files and the shared ones, by their paths in the workspace. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const SHARED = 'common';
/** What a layout may consist of; no `.wasm`: a layout does not bring programs. */
const USABLE = /\.(typ|json|png|jpg|svg)$/;

/**
 * Reads a layout's folder and the shared one. Links are not followed.
 * @returns `layout-unknown`, `layout-broken` or `layout-import-refused` where it cannot be used
 */
export function readLayout(layoutsFolder: string, id: string): Result<Layout> {
  const files = new Map([...filesOf(layoutsFolder, SHARED), ...filesOf(layoutsFolder, id)]);
  const main = `/layouts/${id}/layout.typ`;
  const described = files.get(`/layouts/${id}/layout.json`);
  if (!/^[a-z0-9-]+$/.test(id) || id === SHARED || !described || !files.has(main))
    return fail('layout-unknown', { layout: id, layouts: layoutsIn(layoutsFolder).join(', ') });
  const manifest = manifestSchema.safeParse(parsed(described));
  if (!manifest.success)
    return fail('layout-broken', { layout: id, message: `layout.json: ${z.prettifyError(manifest.error)}` });
  return checked({ manifest: manifest.data, main, files });
}

/** A layout of the user's own with the shared pieces. @returns `layout-import-refused` where it may not be set */
export function ownLayout(layoutsFolder: string, { id, margin, files }: OwnLayoutFiles): Result<Layout> {
  const own = [...files].map(([name, bytes]): [string, Uint8Array] => [`/layouts/${id}/${name}`, bytes]);
  return checked({
    manifest: { id, margin },
    main: `/layouts/${id}/layout.typ`,
    files: new Map([...filesOf(layoutsFolder, SHARED), ...own]),
  });
}

function checked(layout: Layout): Result<Layout> {
  for (const [file, bytes] of layout.files) {
    if (!file.endsWith('.typ')) continue;
    const refused = refusedIn(file, Buffer.from(bytes).toString('utf8'));
    if (refused !== null)
      return fail('layout-import-refused', { layout: layout.manifest.id, package: refused });
  }
  return ok(layout);
}

/** What was refused in a file when it was looked at last, and what stood in it: a layout is rarely another than the one before. */
const judged = new Map<string, { readonly source: string; readonly refused: string | null }>();

/** As `foreignImport`, which takes longer than reading all files. */
function refusedIn(file: string, source: string): string | null {
  const known = judged.get(file);
  if (known?.source === source) return known.refused;
  const refused = foreignImport(source);
  judged.set(file, { source, refused });
  return refused;
}

function filesOf(layoutsFolder: string, folder: string): [string, Uint8Array][] {
  const from = path.join(layoutsFolder, folder);
  try {
    return readdirSync(from, { withFileTypes: true })
      .filter((entry) => entry.isFile() && USABLE.test(entry.name))
      .map(({ name }) => [`/layouts/${folder}/${name}`, readFileSync(path.join(from, name))]);
  } catch {
    return [];
  }
}

function layoutsIn(layoutsFolder: string): string[] {
  try {
    return readdirSync(layoutsFolder).filter((name) => name !== SHARED);
  } catch {
    return [];
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
