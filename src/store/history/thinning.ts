import { appendFile, type FileHandle, open } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { type Log, readLog, Versions } from '../../core/versions/log';
import { rewritten } from '../../core/versions/rewriting';
import { keptVersions } from '../../core/versions/thinning';
import { replaceFile, syncFolder } from '../durable';
import { linesOf } from './log-files';
import { sumOf } from './sum';

/** So many versions are put together before everything else has its turn. */
const IN_ONE_GO = 4;
const LINE_FEED = Buffer.from('\n');

/**
 * Drops from a log the versions that are too many for their age. What is written to it meanwhile, by another process too, is kept.
 * @param folder that the log is in
 * @param now epoch, in ms
 * @throws the system's error; the log is then as it was
 */
export async function thin(folder: string, file: string, now: number): Promise<void> {
  const old = await open(file, 'r');
  try {
    const bytes = await old.readFile();
    const thinned = await withoutTooMany(bytes, now);
    if (!thinned) return;
    await replaceFile(file, thinned);
    // Who had opened the log before it was replaced has written to the old file.
    for (let taken = bytes.length; ; ) {
      const more = await readFrom(old, taken);
      if (more.length === 0) break;
      await appendFile(file, more);
      taken += more.length;
    }
    await syncFolder(folder);
  } finally {
    await old.close();
  }
}

/** @returns null where there is nothing to drop */
async function withoutTooMany(bytes: Buffer, now: number): Promise<Buffer | null> {
  const lines = linesOf(bytes);
  const log = readLog(lines.map((line) => line.toString('utf8')));
  const all = log.versions.map(({ line }) => line.version);
  if (log.isNewer || keptOf(log, new Set(all), now).size === all.length) return null;
  // What is damaged takes no good version's place.
  const good = new Set<string>();
  const versions = new Versions(log, sumOf);
  for (const [index, id] of all.entries()) {
    if (versions.note(id)) good.add(id);
    if (index % IN_ONE_GO === 0) await setImmediate();
  }
  const kept = keptOf(log, good, now);
  if (kept.size === good.size) return null;
  const parts: Buffer[] = [];
  for (const line of rewritten(log, new Versions(log, sumOf), kept)) {
    const part = typeof line === 'string' ? [Buffer.from(line)] : [lines[line] ?? Buffer.of(), LINE_FEED];
    parts.push(...part);
    if (parts.length % IN_ONE_GO === 0) await setImmediate();
  }
  return Buffer.concat(parts);
}

/** Of these versions those that are kept at their age. */
const keptOf = ({ versions, labels }: Log, ids: ReadonlySet<string>, now: number): Set<string> =>
  keptVersions(
    versions
      .filter(({ line }) => ids.has(line.version))
      .map(({ line: { version, at, beside = false } }) => ({
        id: version,
        at,
        isLabelled: labels.has(version),
        isBeside: beside,
      })),
    now,
  );

async function readFrom(handle: FileHandle, from: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const buffer = Buffer.alloc(Math.max(0, size - from));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
  return buffer.subarray(0, bytesRead);
}
