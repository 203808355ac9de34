import { setImmediate } from 'node:timers/promises';
import type { Briefing, Typeset, TypesetRequest } from '../core/briefing';
import { fail, ok, type Result, type Warning } from '../core/result';
import { type Compiled, Compiler, type Diagnostic, type TypstDocument } from './compiler';
import { charactersOf, missingCharacters } from './glyphs';
import { mapImages } from './images';
import { type Layout, readLayout } from './layout-files';
import { placeCards } from './margin';
import type { TypesetterOptions } from './messages';
import { type LayoutData, prepare } from './prepare';

export interface Typesetter {
  /** Loads the compiler and the fonts, so that the next `typeset` is quick. */
  warm(): void;
  /**
   * Sets a briefing as PDF/UA-1; nothing of it shows in the next. The same request gives the same bytes.
   * @returns `layout-unknown`, `layout-broken`, `layout-import-refused`, or `typeset-failed`
   */
  typeset(request: TypesetRequest): Promise<Result<Typeset>>;
}

/** Makes a typesetter that works in this process. */
export const createTypesetter = (options: TypesetterOptions): Typesetter => new TypstTypesetter(options);

/** A second pass does not move the text; a third would only be needed by a layout that lets it. */
const MOST_PASSES = 3;
const CHARACTERS_NAMED = 12;
const MESSAGES = 3;

class TypstTypesetter implements Typesetter {
  readonly #options: TypesetterOptions;
  #loaded: { compiler: Compiler; characters: ReadonlySet<number> } | null = null;

  constructor(options: TypesetterOptions) {
    this.#options = options;
  }

  warm(): void {
    const { compiler } = this.#load();
    compiler.map('/warm.typ', Buffer.from(WARM));
    const compiled = compiler.compile('/warm.typ');
    if (compiled.ok) compiler.pdf(compiled.document, 'ua-1');
    compiler.forget();
  }

  async typeset(request: TypesetRequest): Promise<Result<Typeset>> {
    const layout = readLayout(this.#options.layoutsFolder, request.briefing.layout);
    if (!layout.ok) return layout;
    const { compiler, characters } = this.#load();
    // Documents set before are only given back between two turns of the event loop.
    await setImmediate();
    try {
      return this.#set(compiler, characters, layout.value, request);
    } finally {
      compiler.forget();
    }
  }

  #load(): { compiler: Compiler; characters: ReadonlySet<number> } {
    if (!this.#loaded) {
      const compiler = new Compiler(this.#options.fontsFolder);
      const characters = new Set(compiler.fonts.flatMap((font) => [...charactersOf(font)]));
      this.#loaded = { compiler, characters };
    }
    return this.#loaded;
  }

  #set(
    compiler: Compiler,
    characters: ReadonlySet<number>,
    layout: Layout,
    request: TypesetRequest,
  ): Result<Typeset> {
    for (const [file, bytes] of layout.files) compiler.map(file, bytes);
    compiler.map('/attachment.bin', request.attachment.bytes);
    const unreadable = mapImages(compiler, request.images);
    const { data, words } = prepare(request.briefing, { attachment: request.attachment.name, unreadable });
    compiler.map('/briefing.json', Buffer.from(JSON.stringify(data)));
    const compiled = compileInPasses(compiler, layout, data);
    if (!compiled.ok) {
      return fail('layout-broken', { layout: layout.manifest.id, message: describe(compiled.mistakes) });
    }
    const set = asPdf(compiler, compiled.document, data.labels, missingCharacters(words, characters));
    if (!set.ok || unreadable.size === 0) return set;
    const leftOut: Warning = { code: 'image-left-out', details: { count: unreadable.size } };
    return ok({ pdf: set.value.pdf, warnings: [...set.value.warnings, leftOut] });
  }
}

/** Sets a line in each font, so that they are read. */
const WARM = `#set document(title: "warm")
#set text(lang: "en", hyphenate: true, fallback: false)
= warm
#for font in ("Source Serif 4", "Source Sans 3", "Source Code Pro") {
  text(font: font)[Warm *warm* _warm_ *_warm_* Тепло]
}`;

/** Sets it once; where comments stand in the margin once more, with the places found for them, until the text stands still. */
function compileInPasses(compiler: Compiler, { main, manifest }: Layout, data: LayoutData): Compiled {
  const inMargin = manifest.margin && data.annotations === 'margin';
  let places = 'null';
  for (let pass = 1; ; pass += 1) {
    compiler.map('/margin.json', Buffer.from(places));
    const compiled = compiler.compile(main);
    if (!compiled.ok || !inMargin || pass > MOST_PASSES) return compiled;
    const next = JSON.stringify(placeCards(compiler.query(compiled.document, 'margin')));
    if (next === places || next === 'null') return compiled;
    places = next;
  }
}

function asPdf(
  compiler: Compiler,
  document: TypstDocument,
  labels: Briefing['labels'],
  missing: readonly string[],
): Result<Typeset> {
  const warnings: Warning[] = [];
  const without = (why: string): Result<Typeset> => {
    const notAccessible: Warning = { code: 'pdf-not-accessible', details: { why } };
    try {
      return ok({ pdf: compiler.pdf(document, null), warnings: [...warnings, notAccessible] });
    } catch (error) {
      return fail('typeset-failed', { message: messagesOf(error).join('; ') });
    }
  };
  if (missing.length > 0) {
    warnings.push(glyphsMissing(missing));
    return without(labels['why-glyphs-missing'] ?? '');
  }
  try {
    return ok({ pdf: compiler.pdf(document, 'ua-1'), warnings });
  } catch (error) {
    return without(messagesOf(error).join('; '));
  }
}

function glyphsMissing(missing: readonly string[]): Warning {
  const named = missing.slice(0, CHARACTERS_NAMED).join(' ');
  return {
    code: 'glyphs-missing',
    details: { characters: missing.length > CHARACTERS_NAMED ? `${named} …` : named },
  };
}

/** Typst's words about what a standard does not allow, each once; the compiler hands them over as its own debug print. */
function messagesOf(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(({ 1: message }) =>
    (message ?? '').replace(/^PDF\/UA-1 error: /, '').replace(/\\(.)/g, '$1'),
  );
  return found.length > 0 ? [...new Set(found)].slice(0, MESSAGES) : [text.slice(0, 200)];
}

function describe(mistakes: readonly Diagnostic[]): string {
  const lines = mistakes.slice(0, MESSAGES).map(({ message, file, line }) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const words = message.replace(/ in @ws.*$/, '');
    return name && line > 0 ? `${name}, line ${line}: ${words}` : words;
  });
  return [...new Set(lines)].join('; ');
}
