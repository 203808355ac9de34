import { expect, test } from 'vitest';
import { findWrongImports } from './layers.mjs';

/**
 * The rules that a single import breaks.
 * @param {string} path
 * @param {string} specifier
 */
function rulesBroken(path, specifier) {
  const violations = findWrongImports([{ path, imports: [{ specifier, typeOnly: false }] }]);
  return violations.map((violation) => violation.rule);
}

test.each([
  ['src/core/note.ts', './tags'],
  ['src/core/migrations/one.ts', '../note'],
  ['src/core/schema.ts', 'zod'],
  ['src/core/markdown.test.ts', 'node:fs'],
  ['src/app/test-app.ts', 'node:fs/promises'],
  ['src/app/create-app.test.ts', './test-app'],
  ['src/renderer/src/main.tsx', './styles/base.css'],
  ['src/formats/docx.ts', '../core/note'],
  ['src/typeset/test-typeset.ts', '../shared/locales/en/layouts.json'],
  ['src/formats/docx.ts', 'docx'],
  ['src/store/write.ts', 'node:fs/promises'],
  ['src/app/create-app.ts', '../store/write'],
  ['src/app/create-app.ts', '../shared/contract'],
  ['src/main/index.ts', 'electron'],
  ['src/main/index.ts', '../app/create-app'],
  ['src/preload/index.ts', 'electron'],
  ['src/renderer/src/App.tsx', './library/Library'],
  ['src/renderer/src/library/Library.tsx', '../ui/Button'],
  ['src/renderer/src/library/Library.tsx', '../store'],
  ['src/renderer/src/library/Library.tsx', './Row'],
  ['src/renderer/src/library/Library.tsx', '../../../core/note'],
  ['src/main/menu.ts', '../../resources/icon.png?asset'],
])('%s may import %s', (path, specifier) => {
  expect(rulesBroken(path, specifier)).toEqual([]);
});

test.each([
  ['src/core/note.ts', '../shared/contract', 'core may import nothing besides itself, not shared'],
  [
    'src/core/note.ts',
    'react',
    'core imports pure packages only: zod, marked, diff, approx-string-match, entities',
  ],
  ['src/core/note.ts', 'node:crypto', 'core does without Node'],
  ['src/core/note.test.ts', '../store/write', 'core may import nothing besides itself, not store'],
  ['src/formats/pdf.ts', '../shared/contract', 'formats may import core besides itself, not shared'],
  [
    'src/typeset/typesetter.ts',
    '../shared/locales/en/layouts.json',
    'typeset may import core besides itself, not shared',
  ],
  ['src/formats/pdf.ts', 'node:fs/promises', 'only store, typeset, main and cli touch files'],
  ['src/formats/pdf.ts', 'fs', 'only store, typeset, main and cli touch files'],
  ['src/app/create-app.ts', './test-app', 'only tests import tests and their helpers'],
  ['src/app/create-app.ts', 'electron', 'only main and preload import electron'],
  [
    'src/app/create-app.ts',
    '../main/window',
    'app may import core, formats, store, typeset, shared besides itself, not main',
  ],
  [
    'src/renderer/src/store.ts',
    '../../app/create-app',
    'renderer may import shared, core besides itself, not app',
  ],
  [
    'src/renderer/src/store.ts',
    '../../preload/index',
    'renderer may import shared, core besides itself, not preload',
  ],
  ['src/renderer/src/store.ts', 'node:path', 'renderer does without Node'],
  ['src/renderer/src/store.ts', './library/Library', 'only App.tsx imports features'],
  ['src/renderer/src/ui/Button.tsx', '../library/Row', 'only App.tsx imports features'],
  [
    'src/renderer/src/library/Library.tsx',
    '../note/Note',
    'features do not import each other; they meet in the store and in commands',
  ],
])('%s may not import %s', (path, specifier, rule) => {
  expect(rulesBroken(path, specifier)).toEqual([rule]);
});
