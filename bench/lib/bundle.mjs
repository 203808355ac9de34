import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/lib/paths.mjs';

/**
 * Bundles a TypeScript file with everything that it imports, for plain Node.
 * @param {string} entry absolute path
 * @param {string} folder where the module goes
 * @param {string} name of the module, without its ending
 * @returns {Promise<string>} its path
 */
export async function bundle(entry, folder, name) {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        output: {
          format: 'es',
          entryFileNames: `${name}.mjs`,
          chunkFileNames: `${name}-[name]-[hash].mjs`,
        },
      },
    },
    ssr: {
      noExternal: true, // The typesetter is no text, and pdf.js looks for what draws beside itself: both are found from a folder of this checkout.
      external: ['@myriaddreamin/typst-ts-node-compiler', 'pdfjs-dist'],
    },
  });
  return join(folder, `${name}.mjs`);
}
