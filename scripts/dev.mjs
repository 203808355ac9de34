import { forgetBuild } from './lib/build.mjs';
import { runCommand } from './lib/command.mjs';
import { withDisplay } from './lib/display.mjs';
import { runInForeground } from './lib/foreground.mjs';
import { sandboxArguments } from './lib/launch.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { toolPath } from './lib/tools.mjs';

await runCommand(async () => {
  const { executable } = await prepareApp({ build: false });
  forgetBuild();
  const appArgs = [...sandboxArguments(), ...process.argv.slice(2)];
  const ending = await withDisplay((displayEnv) =>
    runInForeground(process.execPath, [toolPath('electron-vite'), 'dev', '--watch', '--', ...appArgs], {
      env: { ...process.env, ...displayEnv, ELECTRON_EXEC_PATH: executable },
    }),
  );
  return ending.asked ? 0 : ending.code;
});
