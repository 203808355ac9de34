import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { FONT_FILES } from './src/typeset/fonts';

const root = import.meta.dirname;
/** The oldest Electron that the app has to run on, 33: Node 20.18, Chromium 130. */
const target = { node: 'node20.18', page: 'chrome130' };

/** What the first paint is set in: asked for together with the script, not after it. */
const firstFonts = /Source(?:Serif4|Sans3)_(?:400Regular|600SemiBold)-[^/]*\.ttf$/;

/** Programs of their own, each with what it alone needs in chunks of its own. */
const programs = {
  index: 'src/main/index.ts',
  cli: 'src/cli/index.ts',
  'typeset-process': 'src/typeset/process.ts',
};

export default defineConfig({
  main: {
    plugins: [copyFonts()],
    build: {
      // Everything is bundled but the typesetter's native package (the only entry under `dependencies`): one file starts quicker
      // than hundreds.
      outDir: 'out/main',
      target: target.node,
      // Half as much to read and to compile: 10 ms of every start.
      minify: true,
      sourcemap: 'hidden',
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(programs).filter(([, file]) => existsSync(path.join(root, file))),
        ),
        // CommonJS: an entry module that loads asynchronously can come after Electron is ready, and starts 30 ms later.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: target.node,
      sourcemap: 'hidden',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload has to be CommonJS, in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), preloadFonts()],
    server: { host: '127.0.0.1' },
    build: {
      outDir: 'out/renderer',
      target: target.page,
      minify: false,
      sourcemap: 'hidden',
      // The Content-Security-Policy allows fonts from files only, never from `data:` addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: path.join(root, 'src/renderer/index.html') },
    },
  },
});

/** Puts the typesetter's font files, as `src/typeset/fonts.ts` lists them, into `out/fonts`. */
function copyFonts(): Plugin {
  return {
    name: 'copy-fonts',
    async writeBundle() {
      const { resolve } = createRequire(import.meta.url);
      const folder = path.join(root, 'out/fonts');
      await mkdir(folder, { recursive: true });
      await Promise.all(FONT_FILES.map((file) => cp(resolve(file), path.join(folder, path.basename(file)))));
    },
  };
}

/** Lets the page ask for the fonts of the first paint at once: else its text stays invisible for some 50 ms more. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => firstFonts.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
    },
  };
}
