import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { type PlainObject, readPlainFile } from './plain-file';

/** Who wants one of the objects has to unfold all that are packed with it. */
const OBJECTS_IN_A_STREAM = 200;

const deflated = promisify(deflate);

/**
 * The same file with its objects packed into streams (ISO 32000-1, 7.5.7), and with the word that its attached files are what the pages
 * were made of (ISO 32000-2, 14.13). Objects are handed on as they are written, which is why it takes so little time.
 * @param pdf as Typst writes it
 * @returns null where it is not of that form
 */
export async function packed(pdf: Uint8Array): Promise<Uint8Array | null> {
  const file = readPlainFile(pdf);
  if (!file) return null;
  const { head, size, root, trailer } = file;
  const objects = withRelationships(file.objects, root);
  const packs = await Promise.all(packsOf(objects.filter(({ isStream }) => !isStream)));
  const parts: Buffer[] = [head];
  let length = head.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  // Objects that nothing is known of are free, as the first one always is; the last one is the table itself.
  const table = new Table(size + packs.length + 1);
  for (const { number, body, isStream } of objects) {
    if (!isStream) continue;
    table.stands(number, length);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  for (const [index, { members, count, first, bytes }] of packs.entries()) {
    const number = size + index;
    table.stands(number, length);
    for (const [place, member] of members.entries()) table.isPacked(member, number, place);
    add(stream(number, `/Type/ObjStm/N ${count}/First ${first}/Filter/FlateDecode`, bytes));
  }
  const own = size + packs.length;
  table.stands(own, length);
  const known = /\/Root [\s\S]*(?=>>)/.exec(trailer)?.[0] ?? '';
  const start = length;
  add(stream(own, `/Type/XRef/Size ${own + 1}${table.fields()}${known}`, await table.bytes()));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** A file that is attached. Nothing else of Typst's begins so, whatever words of a note stand in it. */
const ATTACHED = /^<<\s*\/Type \/Filespec\s/;

function withRelationships(objects: readonly PlainObject[], root: number): readonly PlainObject[] {
  const isAttached = ({ body, isStream }: PlainObject): boolean =>
    !isStream && ATTACHED.test(body.toString('latin1', 0, 32));
  const files = objects.filter(isAttached);
  if (files.length === 0) return objects;
  const all = files.map(({ number }) => `${number} 0 R`).join(' ');
  return objects.map((object) => {
    if (files.includes(object)) return { ...object, body: withEntry(object.body, '/AFRelationship/Source') };
    return object.number === root ? { ...object, body: withEntry(object.body, `/AF[${all}]`) } : object;
  });
}

/** @param body of a dictionary */
const withEntry = (body: Buffer, entry: string): Buffer =>
  Buffer.concat([Buffer.from(`<<${entry}`), body.subarray(2)]);

interface Pack {
  /** Numbers of the objects, in their order. */
  readonly members: readonly number[];
  readonly count: number;
  /** Where the first object begins, after the list of their places. */
  readonly first: number;
  readonly bytes: Buffer;
}

function packsOf(objects: readonly PlainObject[]): Promise<Pack>[] {
  const packs: Promise<Pack>[] = [];
  for (let from = 0; from < objects.length; from += OBJECTS_IN_A_STREAM)
    packs.push(packOf(objects.slice(from, from + OBJECTS_IN_A_STREAM)));
  return packs;
}

async function packOf(objects: readonly PlainObject[]): Promise<Pack> {
  const bodies: string[] = [];
  const places: string[] = [];
  let at = 0;
  for (const { number, body } of objects) {
    const text = withoutSpace(body.toString('latin1'));
    places.push(`${number} ${at}`);
    bodies.push(text);
    at += text.length + 1;
  }
  const list = `${places.join(' ')}\n`;
  const bytes = await deflated(Buffer.from(list + bodies.join('\n'), 'latin1'));
  return { members: objects.map(({ number }) => number), count: objects.length, first: list.length, bytes };
}

/** Without its ends of lines: Typst writes none into a string. One stays a space where two words would run together. */
const withoutSpace = (object: string): string =>
  object.replace(/\n *(?=[/<>[\](])/g, '').replace(/\n */g, ' ');

const stream = (number: number, fields: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${fields}/Length ${bytes.length}>>stream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

/** Bytes of a row: its kind, where it is or what it is packed in, its place there. */
const FIELDS = [1, 4, 2] as const;
const WIDTH = 7;

/** Where each object is (ISO 32000-1, 7.5.8). */
class Table {
  readonly #rows: Buffer;

  constructor(size: number) {
    this.#rows = Buffer.alloc(size * WIDTH);
    this.#rows.writeUInt16BE(0xffff, WIDTH - 2);
  }

  /** @param offset in the file */
  stands(number: number, offset: number): void {
    this.#rows.writeUInt8(1, number * WIDTH);
    this.#rows.writeUInt32BE(offset, number * WIDTH + 1);
  }

  isPacked(number: number, pack: number, place: number): void {
    this.#rows.writeUInt8(2, number * WIDTH);
    this.#rows.writeUInt32BE(pack, number * WIDTH + 1);
    this.#rows.writeUInt16BE(place, number * WIDTH + 5);
  }

  fields(): string {
    return `/W[${FIELDS.join(' ')}]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${WIDTH}>>`;
  }

  /** Each row as the difference to the one above it, which packs better (PNG's filter 2). */
  bytes(): Promise<Buffer> {
    const rows = this.#rows;
    const count = rows.length / WIDTH;
    const filtered = Buffer.alloc(count * (WIDTH + 1));
    for (let row = 0; row < count; row += 1) {
      filtered[row * (WIDTH + 1)] = 2;
      for (let column = 0; column < WIDTH; column += 1) {
        const at = row * WIDTH + column;
        const above = row === 0 ? 0 : (rows[at - WIDTH] ?? 0);
        filtered[row * (WIDTH + 1) + 1 + column] = (rows[at] ?? 0) - above;
      }
    }
    return deflated(filtered);
  }
}
