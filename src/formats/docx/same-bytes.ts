import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';

/** The first moment that a zip can name, on any clock: a time zone would show otherwise. */
const ZIP_DATE = new Date(1980, 0, 1);

/**
 * A docx of which the same document gives the same bytes. The library names links by chance, and dates the file and its parts with
 * the moment they are written.
 * @param day ISO 8601, that the document is dated with
 */
export async function withSameBytes(docx: Buffer, day: string): Promise<Uint8Array> {
  const parts = [...(await partsOf(docx))].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = new Map<string, string>();
  for (const [path, bytes] of parts) {
    if (!path.endsWith('.rels')) continue;
    for (const [, id = ''] of bytes.toString('utf8').matchAll(/ Id="(rId[^"]*)"/g)) {
      if (!/^rId\d+$/.test(id) && !names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
    }
  }
  const zip = new ZipFile();
  for (const [path, bytes] of [...parts.filter(isFirst), ...parts.filter((part) => !isFirst(part))]) {
    const same = /\.(?:xml|rels)$/.test(path)
      ? Buffer.from(sameText(bytes.toString('utf8'), names, day))
      : bytes;
    zip.addBuffer(same, path, { mtime: ZIP_DATE, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}

/** Programs tell what a file is by its first part. */
const isFirst = ([path]: readonly [string, Buffer]): boolean => path === '[Content_Types].xml';

const sameText = (xml: string, names: ReadonlyMap<string, string>, day: string): string =>
  withSameBookmarks(xml)
    .replace(/(?<=")rId[^"]*(?=")/g, (id) => names.get(id) ?? id)
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);

/** The name of a bookmark, what leads to it, and what has its page. */
const BOOKMARK_NAME = /(w:(?:name|anchor)="_Toc|<w:instrText[^>]*>\s*PAGEREF _Toc)(\d+)/g;
const BOOKMARK_ID = /(<w:bookmark(?:Start|End)(?: w:name="[^"]*")? w:id=")(\d+)/g;

/** The library counts bookmarks as long as the program runs. */
function withSameBookmarks(xml: string): string {
  const [names, ids] = [new Map<string, number>(), new Map<string, number>()];
  const counted = (known: Map<string, number>, given: string): number => {
    const number = known.get(given) ?? known.size + 1;
    known.set(given, number);
    return number;
  };
  return xml
    .replace(BOOKMARK_NAME, (_, before: string, name: string) => `${before}${counted(names, name)}`)
    .replace(BOOKMARK_ID, (_, before: string, id: string) => `${before}${counted(ids, id)}`);
}

/** The parts of a zip, by their paths. */
export async function partsOf(docx: Buffer): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(docx, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          buffer(stream).then((bytes) => {
            parts.set(entry.fileName, bytes);
            zip.readEntry();
          }, reject);
        });
      });
      zip.on('end', () => resolve());
      zip.on('error', reject);
      zip.readEntry();
    });
  });
  return parts;
}
