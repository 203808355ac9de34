import path from 'node:path';

/** What the app was started with. */
export interface Arguments {
  /** The library's folder as it was typed; null: not chosen. */
  readonly data: string | null;
  /** Start without the first note. */
  readonly empty: boolean;
  /** The command line's own arguments, after `--cli`; null: open the window. */
  readonly cli: readonly string[] | null;
  /** Files to import, absolute. */
  readonly files: readonly string[];
}

/** Where the app was started, and how. */
export interface Surroundings {
  readonly cwd: string;
  /** Started as `electron FOLDER …`: the first plain argument is the app itself. */
  readonly fromCheckout: boolean;
}

/**
 * Reads the arguments of the process. Switches that are not ours are left to Chromium.
 * @param argv all of `process.argv`, the program first
 */
export function readArguments(argv: readonly string[], { cwd, fromCheckout }: Surroundings): Arguments {
  const rest = argv.slice(1);
  const cli = rest.indexOf('--cli');
  if (cli >= 0) return { data: null, empty: false, cli: rest.slice(cli + 1), files: [] };

  let data: string | null = null;
  let empty = false;
  const plain: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const argument = rest[i] ?? '';
    if (argument === '--data') data = rest[++i] || data;
    else if (argument.startsWith('--data=')) data = argument.slice('--data='.length) || data;
    else if (argument === '--empty') empty = true;
    else if (argument !== '' && !argument.startsWith('-')) plain.push(argument);
  }
  return {
    data,
    empty,
    cli: null,
    files: (fromCheckout ? plain.slice(1) : plain).map((file) => path.resolve(cwd, file)),
  };
}
