import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from './run';

export const ARTICLE = path.resolve('fixtures/vologda-trade/input.txt');
/** Of the first note. */
export const TITLE = 'Belarus–Vologda Oblast: trade up 8\u00a0%, exports up 21\u00a0%';

/** A shell in a folder of its own, with a library in it. */
export async function shell() {
  const cwd = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const data = path.join(cwd, 'library');
  let answer: boolean | null = null;
  const briefing = async (...args: string[]) => {
    let [out, err] = ['', ''];
    const code = await run(
      args,
      {
        cwd,
        env: { BRIEFING_DESK_DATA: data },
        typesetProgram: null,
        outIsScreen: false,
        errIsScreen: false,
        ask:
          answer === null
            ? null
            : async (question) => {
                err += `${question}\n`;
                return answer === true;
              },
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
      },
      '1.2.3',
    );
    return { code, out, err };
  };
  /** From now on somebody is there to be asked, and says this. */
  const willSay = (said: boolean): void => {
    answer = said;
  };
  return { cwd, data, briefing, willSay };
}
