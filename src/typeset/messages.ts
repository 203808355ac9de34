import type { Typeset, TypesetRequest } from '../core/briefing';
import type { Result } from '../core/result';

/**
 * What the main process and the typesetting process say to each other; plain values that structured cloning carries
 * (`images` is a Map, bytes are Uint8Array). One request is worked on at a time, in the order in which they came.
 * To cancel, end the process and start another.
 */
export interface TypesetCall {
  /** Of the sender's choice; the answer carries it. */
  readonly id: number;
  readonly request: TypesetRequest;
}

export interface TypesetAnswer {
  readonly id: number;
  readonly result: Result<Typeset>;
}

/** Sent once, when the fonts are read and the next call is quick. */
export interface TypesetReady {
  readonly ready: true;
}

export type FromTypesetProcess = TypesetReady | TypesetAnswer;

/**
 * The arguments of `utilityProcess.fork(out/main/typeset-process.cjs, typesetArguments(…))`.
 * @param layoutsFolder the folder `resources/layouts`
 * @param fontsFolder the folder with the files of `fonts.ts`, `out/fonts`
 */
export const typesetArguments = (layoutsFolder: string, fontsFolder: string): string[] => [
  `--layouts=${layoutsFolder}`,
  `--fonts=${fontsFolder}`,
];

/** Reads what `typesetArguments` wrote. */
export function readTypesetArguments(argv: readonly string[]): TypesetterOptions {
  const value = (name: string): string =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  return { layoutsFolder: value('layouts'), fontsFolder: value('fonts') };
}

export interface TypesetterOptions {
  /** Absolute; one folder a layout, and `common`. */
  readonly layoutsFolder: string;
  /** Absolute; holds the files that `fonts.ts` lists, by their last names. A font of the system is used only for characters that none of them has. */
  readonly fontsFolder: string;
}
