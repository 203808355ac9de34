import { forgetBuild } from './lib/build.mjs';
import { runCommand } from './lib/command.mjs';
import { runInForeground } from './lib/foreground.mjs';
import { sandboxArguments } from './lib/launch.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { toolPath } from './lib/tools.mjs';
import { withWindowPlace } from './lib/window-place.mjs';

await runCommand(async () => {
  const { executable } = await prepareApp({ build: false });
  forgetBuild();
  const ending = await withWindowPlace((place) => {
    const appArgs = [...sandboxArguments(), ...process.argv.slice(2), ...place.args];
    return runInForeground(
      process.execPath,
      [toolPath('electron-vite'), 'dev', '--watch', '--', ...appArgs],
      {
        env: { ...process.env, ...place.env, ELECTRON_EXEC_PATH: executable },
      },
    );
  });
  return ending.asked ? 0 : ending.code;
});
