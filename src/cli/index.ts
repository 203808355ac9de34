import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { t } from '../shared/text';
import { systemCode } from '../store/failures';
import { run } from './run';
import { outputFailureText } from './terminal';

const { stdin, stdout, stderr } = process;
let outputFailure: Error | null = null;
stdout.on('error', heed);
stderr.on('error', () => undefined);

void main();

async function main(): Promise<void> {
  const code = await run(
    process.argv.slice(2),
    {
      cwd: process.cwd(),
      env: process.env,
      outIsScreen: stdout.isTTY === true,
      errIsScreen: stderr.isTTY === true,
      out: (text) => stdout.write(text, heed),
      err: (text) => stderr.write(text),
      ask: stdin.isTTY === true && stderr.isTTY === true ? ask : null,
      typesetProgram: path.join(path.dirname(fileURLToPath(import.meta.url)), 'typeset-process.cjs'),
    },
    version,
  );
  // Pipes are written behind the program's back; and inside Electron nothing else would end the process.
  await written(stdout);
  if (outputFailure) stderr.write(outputFailureText(outputFailure));
  await written(stderr);
  process.exit(outputFailure ? 1 : code);
}

/** Only a word for yes is one. */
async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    const answer = await lines.question(`${question} `);
    return t('cli.yes').split(',').includes(answer.trim().toLowerCase());
  } finally {
    lines.close();
  }
}

const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/** Whoever reads our output may have heard enough (`| head`): that is no failure. Anything else is told when the command is done. */
function heed(error: Error | null | undefined): void {
  if (!error) return;
  if (systemCode(error) === 'EPIPE') process.exit(0);
  outputFailure ??= error;
}
