import { version } from '../../package.json';
import { run } from './run';

const { stdout, stderr } = process;
// Whoever reads our output may have heard enough (`| head`): that is no failure.
stdout.on('error', () => process.exit(0));
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
      out: (text) => stdout.write(text),
      err: (text) => stderr.write(text),
    },
    version,
  );
  // Pipes are written behind the program's back; and inside Electron nothing else would end the process.
  await Promise.all(
    [stdout, stderr].map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))),
  );
  process.exit(code);
}
