import { rename, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';

/** Between two pictures, in milliseconds. */
const PAUSE = 400;
const MOST_TRIES = 10;

/**
 * For measurements and screenshots from outside: what happens when the open note's text stands in the window for the first time.
 * @param env `BRIEFING_DESK_TRACE=1` writes the moment (epoch, ms) to stdout; `BRIEFING_DESK_SCREENSHOT` names a PNG to write
 */
export async function tellPainted(window: BrowserWindow, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.BRIEFING_DESK_TRACE === '1') process.stdout.write(`painted ${Date.now()}\n`);
  const file = env.BRIEFING_DESK_SCREENSHOT;
  if (!file || app.isPackaged) return;
  const picture = await settledPicture(window);
  await writeFile(`${file}.new`, picture);
  await rename(`${file}.new`, file);
}

/** The window as PNG once it has come to rest: fonts have loaded, and two pictures in a row are the same. */
async function settledPicture(window: BrowserWindow): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await setTimeout(PAUSE);
    const next = (await window.webContents.capturePage()).toPNG();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}
