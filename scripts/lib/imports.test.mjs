import { expect, test } from 'vitest';
import { importsIn } from './imports.mjs';

const text = `
import type { A } from './type';
import { type B } from './inline-type';
import { type C, d } from './mixed';
import './style.css';
export * from './all';
export type { E } from './exported-type';
const late = import('./late');
const unknown = import(name);
let f: import('./type-position').F;
const words = "import x from './not-code'"; // import './nor-comment'
const element = <p>import './nor-text'</p>;
`;

test('every kind of import is found, and nothing that only looks like one', () => {
  expect(importsIn('example.tsx', text)).toEqual([
    { specifier: './type', typeOnly: true },
    { specifier: './inline-type', typeOnly: true },
    { specifier: './mixed', typeOnly: false },
    { specifier: './style.css', typeOnly: false },
    { specifier: './all', typeOnly: false },
    { specifier: './exported-type', typeOnly: true },
    { specifier: './late', typeOnly: false },
    { specifier: './type-position', typeOnly: true },
  ]);
});
