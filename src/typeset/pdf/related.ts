/** What is read of the end of a file: where its objects are, and what it says of itself. */
interface End {
  /** Where each object begins, by its number. */
  readonly offsets: readonly number[];
  /** Where the table of objects begins. */
  readonly table: number;
  /** The dictionary after the table. */
  readonly trailer: string;
}

/**
 * Says of the attached file that the pages were made of it (ISO 32000-2, 14.13): an addition of some lines after the end of the
 * file, as the format has it for changes (ISO 32000-1, 7.5.6). Nothing else of it is read or written, which takes no time.
 * @param pdf as Typst writes it, objects in the clear and one table of them
 * @returns null where it is not of that form, or has not just one attached file
 */
export function withRelationship(pdf: Uint8Array): Uint8Array | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const end = endOf(text);
  const root = Number(/\/Root (\d+) 0 R/.exec(end?.trailer ?? '')?.[1] ?? 0);
  if (!end || root === 0) return null;
  const files = end.offsets.flatMap((offset, number) =>
    offset > 0 && /^\d+ 0 obj\s*<<\s*\/Type \/Filespec\s/.test(text.slice(offset, offset + 60))
      ? [number]
      : [],
  );
  const [file] = files;
  if (file === undefined || files.length > 1) return null;
  const changed = [
    [file, withEntry(objectAt(text, end, file), '/AFRelationship /Source')],
    [root, withEntry(objectAt(text, end, root), `/AF [${file} 0 R]`)],
  ] as const;
  let added = '\n';
  const rows: [number, string][] = [];
  for (const [number, object] of changed) {
    if (object === null) return null;
    rows.push([number, `${String(pdf.length + added.length).padStart(10, '0')} 00000 n \n`]);
    added += `${object}\n`;
  }
  const table = pdf.length + added.length;
  const sections = rows.map(([number, row]) => `${number} 1\n${row}`).join('');
  const trailer = withEntry(end.trailer, `/Prev ${end.table}`);
  if (trailer === null) return null;
  added += `xref\n${sections}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(added, 'latin1')]);
}

function endOf(text: string): End | null {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? 0);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(table, table + 40));
  if (table === 0 || !head) return null;
  const rows = text.slice(table + head[0].length);
  const count = Number(head[1]);
  const offsets = Array.from({ length: count }, (_, index) => {
    const row = /^(\d{10}) \d{5} n/.exec(rows.slice(index * 20, index * 20 + 20));
    return row ? Number(row[1]) : 0;
  });
  const trailer = /^trailer\s*(<<[\s\S]*>>)\s*startxref/.exec(rows.slice(count * 20))?.[1];
  return trailer === undefined ? null : { offsets, table, trailer };
}

/** An object with its number, up to where the next thing begins. */
function objectAt(text: string, { offsets, table }: End, number: number): string {
  const start = offsets[number] ?? 0;
  const next = Math.min(...offsets.filter((offset) => offset > start), table);
  return text.slice(start, next).trimEnd();
}

/** A dictionary, or an object that is one, with an entry at its end. */
function withEntry(dictionary: string, entry: string): string | null {
  const close = dictionary.lastIndexOf('>>');
  const after = dictionary.slice(close + 2).trim();
  if (close < 0 || (after !== '' && after !== 'endobj')) return null;
  return `${dictionary.slice(0, close)}  ${entry}\n${dictionary.slice(close)}`;
}
