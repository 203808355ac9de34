import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { isTakenLayoutId, type OwnLayout, type OwnManifest, ownManifestSchema } from '../core/own-layout';
import type { OwnLayoutsPort } from '../core/ports';
import { type Failure, fail, ok, type Result } from '../core/result';
import { OWN_LAYOUT_ID } from '../core/vocabulary';
import { writeFailure } from './failures';

/** What a layout may consist of; no `.wasm`: a layout does not bring programs. */
const USABLE = /^[^/\\]+\.(?:typ|json|png|jpg|svg)$/;
/** Of one layout: files, and bytes of all of them. */
const MOST_FILES = 100;
const MOST_BYTES = 20_000_000;

/** The folder `layouts` of a library. Links in it are not followed. @param library its folder, absolute */
export function createOwnLayouts(library: string): OwnLayoutsPort {
  const root = path.join(library, 'layouts');
  return {
    async list() {
      const ids = await foldersIn(root);
      return Promise.all(ids.map((id) => described(root, id)));
    },
    async files(id) {
      const manifest = await manifestOf(root, id);
      if (!manifest.ok) return manifest;
      const files = new Map<string, Uint8Array>();
      let bytes = 0;
      for (const name of await usableIn(path.join(root, id))) {
        const file = path.join(root, id, name);
        bytes += (await stat(file)).size;
        if (files.size >= MOST_FILES || bytes > MOST_BYTES) {
          return fail('own-layout-too-large', { layout: id, files: MOST_FILES, megabytes: MOST_BYTES / 1e6 });
        }
        files.set(name, await readFile(file));
      }
      if (!files.has('layout.typ')) return fail('own-layout-without-template', { layout: id });
      return ok({ id, margin: manifest.value.margin, files });
    },
    async folder() {
      try {
        await mkdir(root, { recursive: true });
        return ok(root);
      } catch (error) {
        return writeFailure(error, root);
      }
    },
  };
}

async function described(root: string, id: string): Promise<OwnLayout> {
  const problem = (error: Failure): OwnLayout => ({ id, problem: error });
  const manifest = await manifestOf(root, id);
  if (!manifest.ok) return problem(manifest.error);
  const names = await usableIn(path.join(root, id));
  if (!names.includes('layout.typ'))
    return problem({ code: 'own-layout-without-template', details: { layout: id } });
  const { name, hint, like } = manifest.value;
  return { id, problem: null, name, hint, like };
}

async function manifestOf(root: string, id: string): Promise<Result<OwnManifest>> {
  if (!OWN_LAYOUT_ID.test(id)) return fail('own-layout-name', { layout: id });
  if (isTakenLayoutId(id)) return fail('own-layout-taken', { layout: id });
  const names = await usableIn(path.join(root, id));
  if (!names.includes('layout.json')) return fail('own-layout-gone', { layout: id });
  try {
    const manifest = ownManifestSchema.safeParse(
      JSON.parse(await readFile(path.join(root, id, 'layout.json'), 'utf8')),
    );
    if (manifest.success) return ok(manifest.data);
    return fail('own-layout-manifest', { layout: id, message: inOneLine(z.prettifyError(manifest.error)) });
  } catch (error) {
    const message = error instanceof SyntaxError ? error.message : '';
    return fail('own-layout-manifest', { layout: id, message: inOneLine(message) });
  }
}

const inOneLine = (message: string): string => message.replaceAll('✖ ', '').replace(/\s+/g, ' ').trim();

const foldersIn = async (root: string): Promise<string[]> =>
  (await entriesOf(root))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const usableIn = async (folder: string): Promise<string[]> =>
  (await entriesOf(folder))
    .filter((entry) => entry.isFile() && USABLE.test(entry.name))
    .map(({ name }) => name)
    .sort();

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
