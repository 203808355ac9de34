import { accuracy } from './anchors/accuracy.mjs';
import { loadAnchors } from './anchors/core.mjs';
import { speed } from './anchors/speed.mjs';

const [seed = '2026', count = '880'] = process.argv.slice(2);
const anchors = await loadAnchors();
console.log(accuracy(anchors, Number(seed), Number(count)));
console.log(accuracy(anchors, Number(seed), 2 * Number(count), undefined, 'other'));
console.log(speed(anchors));
