import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the files are that the app is shipped with; all absolute. */
export interface Resources {
  readonly firstNote: string;
  readonly layouts: string;
  readonly fonts: string;
}

/**
 * Finds the app's own files from the place of the built program, `out/main/NAME.cjs`.
 * @param program `import.meta.url` of a file in `out/main` or in a folder of it
 * @param packaged where an installed app keeps them (`process.resourcesPath`); null: a checkout, `resources/` at its top
 */
export function findResources(program: string, packaged: string | null = null): Resources {
  const file = fileURLToPath(program);
  const out = path.join(`${path.sep}out`, 'main') + path.sep;
  const cut = file.lastIndexOf(out);
  const root = cut >= 0 ? file.slice(0, cut) : path.dirname(path.dirname(path.dirname(file)));
  // An installed command line is not told: its program stands in the archive beside which the files are.
  const beside = packaged ?? (path.basename(root) === 'app.asar' ? path.dirname(root) : null);
  const resources = beside ?? path.join(root, 'resources');
  return {
    firstNote: path.join(resources, 'first-note.md'),
    layouts: path.join(resources, 'layouts'),
    fonts: beside === null ? path.join(root, 'out', 'fonts') : path.join(beside, 'fonts'),
  };
}
