import { readdirSync } from 'node:fs';
import { runCommand } from './lib/command.mjs';
import { withDisplay } from './lib/display.mjs';
import { runInForeground } from './lib/foreground.mjs';
import { SetupError, say } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { runtimeVersions } from './lib/runtime.mjs';

const ending = '.bench.mjs';

await runCommand(async () => {
  const [wanted, ...args] = process.argv.slice(2);
  const all = readdirSync(inRoot('bench'))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
  const chosen = all.filter((name) => wanted === undefined || name === wanted);
  if (chosen.length === 0) {
    throw new SetupError(
      `There is no benchmark named ${wanted}.`,
      'Each is a file bench/NAME.bench.mjs.',
      `Name one of these, or none for all: ${all.join(', ')}`,
    );
  }
  const runtime = await prepareApp();
  say(`Measured on ${await runtimeVersions(runtime)}.`);
  return withDisplay((displayEnv) => runAll(chosen, args, displayEnv));
});

/**
 * One after another, because they would disturb each other.
 * @param {string[]} names
 * @param {string[]} args
 * @param {Record<string, string>} displayEnv
 */
async function runAll(names, args, displayEnv) {
  let worst = 0;
  for (const name of names) {
    say(`\n${name}`);
    const env = { ...process.env, ...displayEnv };
    const { code, asked } = await runInForeground(
      process.execPath,
      [inRoot('bench', name + ending), ...args],
      { env },
    );
    worst = Math.max(worst, code);
    if (asked) break;
  }
  return worst;
}
