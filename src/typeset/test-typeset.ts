import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { composeBriefing, type Typeset, type TypesetRequest } from '../core/briefing';
import type { Result } from '../core/result';
import type { Note } from '../core/schema';
import { defaultChoices, type ExportChoices, LAYOUTS, type LayoutId } from '../core/vocabulary';
import be from '../shared/locales/be/layouts.json';
import en from '../shared/locales/en/layouts.json';
import ru from '../shared/locales/ru/layouts.json';
import { FONT_FILES } from './fonts';
import { createTypesetter, type Typesetter } from './typesetter';

export const layoutsFolder = path.resolve(import.meta.dirname, '../../resources/layouts');

/** A folder of its own, with the fonts, for a file of tests; taken away when the process ends. */
export const folder = mkdtempSync(path.join(tmpdir(), 'briefing-desk-typeset-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

export const fontsFolder = path.join(folder, 'fonts');
mkdirSync(fontsFolder);
const { resolve } = createRequire(import.meta.url);
for (const file of FONT_FILES) cpSync(resolve(file), path.join(fontsFolder, path.basename(file)));

export const typesetter: Typesetter = createTypesetter({ layoutsFolder, fontsFolder });

/** The others print annotations alone. */
export const LAYOUTS_WITH_TEXT: readonly LayoutId[] = LAYOUTS.filter((layout) => layout !== 'digest');
export const LAYOUTS_WITH_ANNOTATIONS: readonly LayoutId[] = LAYOUTS.filter(
  (layout) => layout !== 'clean-copy',
);

const labels = { en, ru, be };

export function requestFor(note: Note, choices: Partial<ExportChoices> = {}): TypesetRequest {
  const all = { ...defaultChoices, ...choices };
  const { briefing, images } = composeBriefing(note, all, labels[all.language]);
  return {
    briefing,
    images,
    attachment: { name: 'note.json', bytes: Buffer.from(JSON.stringify(note)) },
  };
}

export const typesetNote = (note: Note, choices: Partial<ExportChoices> = {}): Promise<Result<Typeset>> =>
  typesetter.typeset(requestFor(note, choices));

/** Without hyphens that a line break has set, and with one space between words. */
const spaced = (text: string): string => text.replace(/\u00ad\n/g, '').replace(/\s+/g, ' ');

/** Margins of the page, in points, a little less than they are. */
const TOP = 76;
const BOTTOM = 74;

let files = 0;

/** A PDF on the disk, and what poppler's programs say of it. They have to be there: the tests' set-up installs them. */
export class PdfFile {
  readonly path: string;

  constructor(result: Result<Typeset>) {
    if (!result.ok) throw new Error(`not typeset: ${JSON.stringify(result.error)}`);
    files += 1;
    this.path = path.join(folder, `${files}.pdf`);
    writeFileSync(this.path, result.value.pdf);
  }

  /** The words, one space between them; of one page (from 1) or all. */
  text(page?: number): string {
    const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
    return spaced(run('pdftotext', [...pages, this.path, '-']));
  }

  /** The words of all pages without what stands above and below the text. */
  body(): string {
    const { height } = this;
    const pages = Array.from({ length: this.pages }, (_, index) => this.words(index + 1));
    const inText = pages.flat().filter(({ top, bottom }) => top > TOP && bottom < height - BOTTOM);
    return inText.map(({ text }) => text).join(' ');
  }

  /** `pdfinfo`: a name and a value on each line. */
  info(): ReadonlyMap<string, string> {
    const lines = run('pdfinfo', [this.path]).split('\n');
    return new Map(
      lines.map((line): [string, string] => [
        line.split(':', 1)[0] ?? '',
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
  }

  /** Of the first page, in points. */
  get height(): number {
    return Number(/x ([\d.]+)/.exec(this.info().get('Page size') ?? '')?.[1]);
  }

  get pages(): number {
    return Number(this.info().get('Pages'));
  }

  /** The tree of tags, indented, with their words. */
  structure(): string {
    return run('pdfinfo', ['-struct-text', this.path]);
  }

  metadata(): string {
    return run('pdfinfo', ['-meta', this.path]);
  }

  links(): string {
    return run('pdfinfo', ['-url', this.path]);
  }

  fonts(): string[] {
    return run('pdffonts', [this.path]).split('\n').slice(2, -1);
  }

  attachments(): string {
    return run('pdfdetach', ['-list', this.path]);
  }

  /** Where words stand, in points from the top left corner of their page. */
  words(page: number): Word[] {
    const html = run('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), this.path, '-']);
    const word = /<word xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g;
    return [...html.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
      text: (text ?? '').replaceAll('&apos;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
    }));
  }

  /** A page as it looks at 72 dots to an inch, three bytes to a dot. */
  dots(page: number): Buffer {
    const pages = ['-f', String(page), '-l', String(page)];
    return execFileSync('pdftoppm', ['-r', '72', ...pages, this.path], { maxBuffer: 1e9 });
  }

  /** All bytes, one character each, for what is written in the clear; then what the compressed streams hold. */
  raw(): string {
    const bytes = readFileSync(this.path);
    const file = bytes.toString('latin1');
    const streams = [...file.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n/g)].map(({ index, 0: head }) => {
      const start = index + head.length;
      try {
        return inflateSync(bytes.subarray(start, file.indexOf('endstream', start))).toString('latin1');
      } catch {
        return '';
      }
    });
    return [file, ...streams].join('\n');
  }
}

export interface Word {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly text: string;
}

const run = (program: string, args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 });

/** How often words stand in a text. */
export const countOf = (words: string, text: string): number => text.split(words).length - 1;
