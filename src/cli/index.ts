import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { systemCode } from '../store/failures';
import { run } from './run';
import { outputFailureText } from './terminal';

const { stdout, stderr } = process;
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

const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/** Whoever reads our output may have heard enough (`| head`): that is no failure. Anything else is told when the command is done. */
function heed(error: Error | null | undefined): void {
  if (!error) return;
  if (systemCode(error) === 'EPIPE') process.exit(0);
  outputFailure ??= error;
}
