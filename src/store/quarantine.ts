import { mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './durable';

/**
 * Moves a file that cannot be used out of the way, with the reason beside it. Nothing is overwritten and nothing is deleted.
 * @param folder the library's folder; the file goes to `quarantine/` in it
 * @param reason for a person who looks into that folder
 * @param as the name to keep it under
 * @returns the name it is kept under
 * @throws the system's error; the file is then where it was
 */
export async function setAside(
  folder: string,
  file: string,
  reason: string,
  as = path.basename(file),
): Promise<string> {
  const quarantine = path.join(folder, 'quarantine');
  await mkdir(quarantine, { recursive: true });
  const name = await freeName(quarantine, as);
  await rename(file, path.join(quarantine, name));
  await writeDurably(path.join(quarantine, `${name}.reason.txt`), `${name} was set aside: ${reason}\n`);
  return name;
}

async function freeName(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  for (let copy = 1; ; copy += 1) {
    const candidate = copy === 1 ? name : `${stem} (${copy})${ext}`;
    const taken = await stat(path.join(folder, candidate)).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
