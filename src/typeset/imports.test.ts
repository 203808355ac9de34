import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignImport } from './imports';

const layouts = path.resolve(import.meta.dirname, '../../resources/layouts');

describe('foreignImport', () => {
  it.each([
    '#import "parts.typ": a, b',
    '#import "../common/theme.typ": *',
    '#import "/layouts/common/theme.typ"',
    '#import "parts.typ" as parts',
    '#{ import "parts.typ": a; include "b.typ" }',
    '#let x = {\n  import "parts.typ": a\n  a\n}',
    'Goods that import duties apply to, and imports. We include them.',
    '#let important = 1\n#let re-import = 2\n#let evaluated = std.left',
  ])('allows %j', (source) => {
    expect(foreignImport(source)).toBeNull();
  });

  it.each([
    ['#import "@preview/cetz:0.3.0"', '@preview/cetz:0.3.0'],
    ['Some " quote\n#import "@preview/x:1.0.0"', '@preview/x:1.0.0'],
    ['/* " */ #import "@preview/x:1.0.0"', '@preview/x:1.0.0'],
    ['#let p = "@preview/x:1.0.0"\n#import p', '@preview/x:1.0.0'],
    ['#let p = "@pre" + "view/x:1.0.0"\n#import p', 'p'],
    ['Some " quote\n#let p = "@pre" + "view/x:1.0.0"\n#import p', 'p'],
    ['#import "\\u{40}preview/x:1.0.0"', '"\\u{40}preview/x:1.0.0"'],
    ['#import "" + p', '""'],
    ['#{import p}', 'p}'],
    ['#{\n  let a = 1; include p\n}', 'p'],
    ['word #import p', 'p'],
    ['#let f() = { return include p }', 'p'],
    ['#(1, include p)', 'p)'],
    ['#eval("1")', 'eval'],
    ['#let run = eval', 'eval'],
    ['#(eval,).first()("1")', 'eval'],
    ['#std.eval("1")', 'eval'],
    ['#dictionary(std).at("ev" + "al")("1")', 'std'],
    ['#let p = plugin("x.wasm")', 'plugin'],
  ])('refuses %j', (source, name) => {
    expect(foreignImport(source)).toBe(name);
  });

  it('allows what the shipped layouts do', () => {
    for (const folder of readdirSync(layouts)) {
      for (const file of readdirSync(path.join(layouts, folder)).filter((name) => name.endsWith('.typ')))
        expect(foreignImport(readFileSync(path.join(layouts, folder, file), 'utf8')), file).toBeNull();
    }
  });
});
