/** How the time and the memory of a pack grow with its notes. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from '../scripts/lib/paths.mjs';
import { measurePacks } from './export/packs.mjs';
import { bundle } from './lib/bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'briefing-desk-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.chdir(root);
// The typesetter's native package is looked for beside the bundle.
symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');

const request = await bundle(inRoot('bench', 'export', 'pack-request.ts'), folder, 'pack');
for (const layout of ['briefing-note', 'annotated-article']) measurePacks(request, layout);
