import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { FONT_FILES } from './fonts';

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
export type TypstDocument = import('@myriaddreamin/typst-ts-node-compiler').NodeTypstDocument;

/** Parts that none of so many briefings has used are given up. */
const BRIEFINGS_KEPT = 2;

/** What Typst says of a mistake. */
export interface Diagnostic {
  readonly message: string;
  /** As the workspace knows it, `/layouts/digest/layout.typ`; empty: none. */
  readonly file: string;
  /** From 1; 0: not known. */
  readonly line: number;
}

export type Compiled =
  | { readonly ok: true; readonly document: TypstDocument }
  | { readonly ok: false; readonly mistakes: readonly Diagnostic[] };

/**
 * Typst with the app's own fonts, those of the system for what they lack, and a workspace that holds nothing but what is mapped into it: its root is a font file, and below
 * a file there are no files.
 */
export class Compiler {
  readonly #root: string;
  readonly #typst: InstanceType<Typst['NodeCompiler']>;
  readonly #mapped = new Set<string>();

  constructor(fontsFolder: string) {
    const files = FONT_FILES.map((file) => path.join(fontsFolder, path.basename(file)));
    this.#root = files[0] ?? fontsFolder;
    // Loaded when it is needed: it is large, and most commands of the command line do without.
    const { NodeCompiler }: Typst = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
    this.#typst = NodeCompiler.create({
      workspace: this.#root,
      fontArgs: [{ fontBlobs: files.map((file) => readFileSync(file)) }],
    });
  }

  /** @param file in the workspace, `/briefing.json` */
  map(file: string, bytes: Uint8Array): void {
    this.#mapped.add(file);
    this.#typst.mapShadow(this.#inRoot(file), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  /** Forgets all mapped files. What was made of the last few briefings is kept for a while, since the next is often nearly the same. */
  forget(): void {
    for (const file of this.#mapped) this.#typst.unmapShadow(this.#inRoot(file));
    this.#mapped.clear();
    this.#typst.resetShadow();
    this.#typst.evictCache(BRIEFINGS_KEPT);
  }

  compile(file: string): Compiled {
    const compiled = this.#typst.compile({ mainFilePath: this.#inRoot(file), resetRead: true });
    const document = compiled.result;
    if (document && !compiled.hasError()) return { ok: true, document };
    const error = compiled.takeError() ?? compiled.takeDiagnostics();
    return { ok: false, mistakes: error ? this.#typst.fetchDiagnostics(error).map(this.#diagnostic) : [] };
  }

  /** The values of all elements with this label. Not checked: they are what a layout chose to put there. */
  query(document: TypstDocument, label: string): readonly unknown[] {
    const found: unknown = this.#typst.query(document, { selector: `<${label}>`, field: 'value' });
    return Array.isArray(found) ? found : [];
  }

  /** @throws when the document cannot be what the standard asks */
  pdf(document: TypstDocument, standard: 'ua-1' | 'a-3a' | null): Uint8Array {
    return this.#typst.pdf(document, standard ? { pdfStandard: standard } : {});
  }

  #inRoot(file: string): string {
    return path.join(this.#root, file);
  }

  #diagnostic = (raw: RawDiagnostic): Diagnostic => ({
    message: raw.message,
    file: raw.path.startsWith(this.#root) ? raw.path.slice(this.#root.length).replaceAll('\\', '/') : '',
    line: raw.range ? raw.range.start.line + 1 : 0,
  });
}

/** As the compiler's package gives it. */
interface RawDiagnostic {
  readonly message: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } } | null;
}
