/** Sets one pack and says on its output how long that took, how many pages it has and what it needed at most, as JSON. */
import { pathToFileURL } from 'node:url';

const [, , request = '', layout = '', count = '1'] = process.argv;
const { createTypesetter, packOf, resources } = await import(pathToFileURL(request).href);
const typesetter = createTypesetter(resources(process.cwd()));
typesetter.warm();
const start = performance.now();
const set = await typesetter.typeset(packOf(Number(count), layout));
const ms = performance.now() - start;
if (!set.ok || set.value.warnings.length > 0) throw new Error(JSON.stringify(set).slice(0, 500));
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
const { numPages } = await getDocument({ data: Uint8Array.from(set.value.pdf), verbosity: 0 }).promise;
console.log(
  JSON.stringify({ ms, pages: numPages, memory: Math.round(process.resourceUsage().maxRSS / 1000) }),
);
