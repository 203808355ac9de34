import { ensureBuild } from './lib/build.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureBuild({ force: true });
  return 0;
});
