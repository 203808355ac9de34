/** An object of a PDF. */
export interface PlainObject {
  readonly number: number;
  /** Without its number and the words around it. */
  readonly body: Buffer;
  /** Whether bytes of another form follow its dictionary. */
  readonly isStream: boolean;
}

/** A PDF whose objects stand one after the other, with one table at its end that says where each begins. */
export interface PlainFile {
  /** What stands before the first object. */
  readonly head: Buffer;
  /** In the order in which they stand. */
  readonly objects: readonly PlainObject[];
  /** One more than the highest number. */
  readonly size: number;
  /** Number of the object that all others hang on. */
  readonly root: number;
  /** The dictionary after the table: bytes as characters. */
  readonly trailer: string;
}

const TABLE = /startxref\s+(\d+)\s+%%EOF\s*$/;
const TABLE_HEAD = /^xref\s+0 (\d+)\s*\n/;
const TRAILER = /^trailer\s*(<<[\s\S]*>>)\s*startxref/;
/** Of a row in the table of objects, in bytes (ISO 32000-1, 7.5.4). */
const ROW = 20;
const LONGEST_BEGINNING = 24;
const END_OF_OBJECT = /\s*endobj\s*$/;

/** @returns null where the file is not of that form: changed after it was written, or packed already */
export function readPlainFile(pdf: Uint8Array): PlainFile | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const table = Number(TABLE.exec(bytes.toString('latin1', bytes.length - 64))?.[1] ?? 0);
  const rows = bytes.toString('latin1', table);
  const head = table === 0 ? null : TABLE_HEAD.exec(rows);
  if (!head) return null;
  const size = Number(head[1]);
  const trailer = TRAILER.exec(rows.slice(head[0].length + size * ROW))?.[1];
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer ?? '')?.[1] ?? 0);
  if (trailer === undefined || root === 0 || /\/(Prev|Encrypt) /.test(trailer)) return null;
  const offsets: number[] = [];
  for (let number = 0; number < size; number += 1) {
    const [, offset] = /^(\d{10}) 00000 n/.exec(rows.substr(head[0].length + number * ROW, ROW)) ?? [];
    if (offset !== undefined) offsets.push(Number(offset));
  }
  offsets.sort((a, b) => a - b);
  const objects: PlainObject[] = [];
  for (const [index, offset] of offsets.entries()) {
    const object = objectIn(bytes.subarray(offset, offsets[index + 1] ?? table));
    if (!object) return null;
    objects.push(object);
  }
  return { head: bytes.subarray(0, offsets[0]), objects, size, root, trailer };
}

/** @param bytes from where it begins to where the next one does */
function objectIn(bytes: Buffer): PlainObject | null {
  const [beginning, number] = /^(\d+) 0 obj\s*/.exec(bytes.toString('latin1', 0, LONGEST_BEGINNING)) ?? [];
  const ending = END_OF_OBJECT.exec(bytes.toString('latin1', bytes.length - LONGEST_BEGINNING));
  if (beginning === undefined || !ending) return null;
  const body = bytes.subarray(beginning.length, bytes.length - ending[0].length);
  // A dictionary ends with >>, whatever stands in its strings.
  return { number: Number(number), body, isStream: body.toString('latin1', body.length - 9) === 'endstream' };
}
