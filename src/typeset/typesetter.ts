import { setImmediate } from 'node:timers/promises';
import type { Typeset, TypesetRequest } from '../core/briefing';
import { fail, ok, type Result, type Warning } from '../core/result';
import { type Compiled, Compiler, type Diagnostic } from './compiler';
import { mapImages } from './images';
import { type Layout, ownLayout, readLayout } from './layout-files';
import { placeCards } from './margin';
import type { TypesetterOptions } from './messages';
import { commentsOf } from './pdf/comment';
import { finishPdf } from './pdf/finish';
import { type LayoutData, prepare } from './prepare';
import { type WrittenPdf, writePdf } from './write-pdf';

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
/** Of a broken layout, how many mistakes are told. */
const MESSAGES = 3;

class TypstTypesetter implements Typesetter {
  readonly #options: TypesetterOptions;
  #loaded: Compiler | null = null;

  constructor(options: TypesetterOptions) {
    this.#options = options;
  }

  warm(): void {
    const compiler = this.#load();
    compiler.map('/warm.typ', Buffer.from(WARM));
    const compiled = compiler.compile('/warm.typ');
    if (compiled.ok) compiler.pdf(compiled.document, 'ua-1');
    compiler.forget();
  }

  async typeset(request: TypesetRequest): Promise<Result<Typeset>> {
    const { layoutsFolder } = this.#options;
    const layout = request.ownLayout
      ? ownLayout(layoutsFolder, request.ownLayout)
      : readLayout(layoutsFolder, request.briefing.layout);
    if (!layout.ok) return layout;
    const compiler = this.#load();
    // Documents set before are only given back between two turns of the event loop.
    await setImmediate();
    const set = this.#setWith(compiler, layout.value, request);
    if (!set.ok) return set;
    const { pdf, isArchive, warnings } = set.value;
    const { briefing, password } = request;
    const finished = await finishPdf(pdf, {
      comments: briefing.pdfComments ? commentsOf(briefing) : null,
      archive: isArchive,
      password: password ?? null,
    });
    return ok({ pdf: finished, warnings });
  }

  #load(): Compiler {
    this.#loaded ??= new Compiler(this.#options.fontsFolder);
    return this.#loaded;
  }

  #setWith(compiler: Compiler, layout: Layout, request: TypesetRequest): Result<WrittenPdf> {
    try {
      return this.#set(compiler, layout, request);
    } finally {
      compiler.forget();
    }
  }

  #set(compiler: Compiler, layout: Layout, request: TypesetRequest): Result<WrittenPdf> {
    for (const [file, bytes] of layout.files) compiler.map(file, bytes);
    compiler.map('/attachment.bin', request.attachment.bytes);
    const unreadable = mapImages(compiler, request.images);
    const data = prepare(request.briefing, { attachment: request.attachment.name, unreadable });
    compiler.map('/briefing.json', Buffer.from(JSON.stringify(data)));
    const compiled = compileInPasses(compiler, layout, data);
    if (!compiled.ok) {
      return fail('layout-broken', { layout: layout.manifest.id, message: describe(compiled.mistakes) });
    }
    const written = writePdf(compiler, compiled.document, {
      archive: request.archive ?? false,
      labels: data.labels,
    });
    if (!written.ok || unreadable.size === 0) return written;
    const leftOut: Warning = { code: 'image-left-out', details: { count: unreadable.size } };
    return ok({ ...written.value, warnings: [...written.value.warnings, leftOut] });
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
    // A last pass tells of none.
    const next = JSON.stringify(placeCards(compiler.query(compiled.document, 'margin')));
    if (next === places || next === 'null') return compiled;
    places = next;
  }
}

function describe(mistakes: readonly Diagnostic[]): string {
  const lines = mistakes.slice(0, MESSAGES).map(({ message, file, line }) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const words = message.replace(/ in @ws.*$/, '');
    return name && line > 0 ? `${name}, line ${line}: ${words}` : words;
  });
  return [...new Set(lines)].join('; ');
}
