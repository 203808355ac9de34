import { runCommand } from './lib/command.mjs';
import { launchOf } from './lib/launch.mjs';
import { root } from './lib/paths.mjs';
import { prepareApp } from './lib/prepare.mjs';

await runCommand(async () => {
  const { executable } = await prepareApp();
  process.stdout.write(`${JSON.stringify(launchOf(executable, root))}\n`);
  return 0;
});
