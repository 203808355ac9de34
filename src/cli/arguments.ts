import { type ParseArgsConfig, parseArgs } from 'node:util';
import { t } from '../shared/text';
import { UsageError } from './terminal';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command takes. */
const COMMON = {
  data: { type: 'string' },
  empty: { type: 'boolean' },
  help: { type: 'boolean' },
} as const satisfies Options;

type Value<O> = O extends { type: 'boolean' } ? boolean : string;
type Values<O extends Options> = { readonly [K in keyof O]?: Value<O[K]> };

export interface Arguments<O extends Options> {
  readonly values: Values<O & typeof COMMON>;
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a command.
 * @param options its own options
 * @throws UsageError
 */
export function readArguments<O extends Options>(args: readonly string[], options: O): Arguments<O> {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
    });
    const values = parsed.values as Values<O & typeof COMMON>;
    // An empty path would be the current folder: a library is not made there by a script's unset variable.
    if (values.data === '') throw new UsageError(t('cli.empty-value', { option: '--data' }));
    return { values, positionals: parsed.positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Its first sentence says what is wrong; the others explain parsing.
    const [message = ''] = error.message.split(/\.(?:\s|$)/);
    throw new UsageError(t('cli.bad-option', { message }));
  }
}

/** The one positional argument. @throws UsageError */
export function only(positionals: readonly string[], what: string): string {
  const [one, more] = positionals;
  if (one === undefined) throw new UsageError(t('cli.missing', { what }));
  if (more !== undefined) throw new UsageError(t('cli.too-many', { argument: more }));
  return one;
}
