/** An object as it stands in a file. */
export type Data = Readonly<Record<string, unknown>>;

/** Makes the shape of the next version of a file's content. Pure; it need not set `schema`. */
export type Step = (old: Data) => Data;

/** One kind of file through its versions. */
export interface Chain {
  /** Version of files that have no `schema`; null: there were none such. */
  readonly unnumbered: number | null;
  /** What this app reads and writes. */
  readonly current: number;
  /** `steps[V]` makes version V + 1 of version V. */
  readonly steps: Readonly<Record<number, Step>>;
}

/**
 * A file's content in today's shape, still to be parsed; or why there is none: a newer app wrote it, or it has no version that
 * there ever was.
 */
export type Migrated =
  | { readonly is: 'current'; readonly data: Data }
  | { readonly is: 'newer'; readonly data: Data; readonly schema: number }
  | { readonly is: 'unknown' };

/**
 * Takes a file's content through every step from its version to today's. The file itself stays as it is until it is next saved.
 * @param content as it came out of JSON
 */
export function migrate(chain: Chain, content: unknown): Migrated {
  if (!isData(content)) return { is: 'unknown' };
  const schema = content.schema === undefined ? chain.unnumbered : content.schema;
  if (typeof schema !== 'number' || !Number.isInteger(schema)) return { is: 'unknown' };
  if (schema > chain.current) return { is: 'newer', data: content, schema };
  let data = content;
  for (let version = schema; version < chain.current; version += 1) {
    const step = chain.steps[version];
    if (!step) return { is: 'unknown' };
    data = { ...step(data), schema: version + 1 };
  }
  return { is: 'current', data };
}

/** A list with each of its objects as it becomes; what is no object, or no list, is left to who parses it. */
export const withEach = (list: unknown, become: (item: Data) => Data): unknown =>
  Array.isArray(list) ? list.map((item) => (isData(item) ? become(item) : item)) : list;

const isData = (content: unknown): content is Data =>
  typeof content === 'object' && content !== null && !Array.isArray(content);
