import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The functions of src/core/anchor.ts, bundled for plain Node. */
export async function loadAnchors() {
  const folder = mkdtempSync(join(tmpdir(), 'anchors-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        minify: false,
        lib: {
          entry: fileURLToPath(new URL('../../src/core/anchor.ts', import.meta.url)),
          formats: ['es'],
          fileName: () => 'anchor.mjs',
        },
      },
    });
    return await import(pathToFileURL(join(folder, 'anchor.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
