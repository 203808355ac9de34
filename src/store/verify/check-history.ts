import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Finding, FindingCode } from '../../core/findings';
import type { Details } from '../../core/result';
import { readLog, Versions } from '../../core/versions/log';
import { systemCode } from '../failures';
import { LogFiles, type ReadLines } from '../history/log-files';
import { sumOf } from '../history/sum';

const FOLDER = 'history';

/** Checks every log: each line can be read, and each version can be put together and is what its sum says. */
export async function checkHistory(folder: string): Promise<Finding[]> {
  const logs = new LogFiles(path.join(folder, FOLDER));
  const findings: Finding[] = [];
  for (const id of await logs.ids()) {
    const read = await readOr(() => logs.read(id));
    if (read === 'unreadable') findings.push(wrong('file-unreadable', id));
    else if (read) findings.push(...checkLog(id, read));
    await setImmediate();
  }
  return findings;
}

const wrong = (code: FindingCode, id: string, details: Details = {}): Finding => ({
  level: 'wrong',
  code,
  details: { ...details, file: `${FOLDER}/${id}.jsonl` },
});

function checkLog(id: string, { lines }: ReadLines): Finding[] {
  const log = readLog(lines.map((line) => line.toString('utf8')));
  if (log.isNewer) return [wrong('file-newer', id)];
  const versions = new Versions(log, sumOf);
  return [
    ...(log.note === null || log.note === id ? [] : [wrong('history-of-other', id, { note: log.note })]),
    ...log.damaged.map((at) => wrong('history-line', id, { line: at + 1 })),
    ...log.versions
      .filter(({ line }) => versions.note(line.version) === null)
      .map(({ line, at }) => wrong('history-version', id, { line: at + 1, moment: line.at })),
  ];
}

async function readOr(read: () => Promise<ReadLines | null>): Promise<ReadLines | null | 'unreadable'> {
  try {
    return await read();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return 'unreadable';
  }
}
