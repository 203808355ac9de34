import { app, utilityProcess } from 'electron';
import { createTypesetHost, type TypesetChild, type TypesetHost } from '../app/typeset-host';
import { typesetArguments } from '../typeset/messages';
import type { Log } from './log';
import { built } from './places';

/**
 * Typesets in a process of its own, so that neither the window nor the library ever waits for it.
 * @param resources folders of the layouts and of the fonts, absolute
 */
export function createTypesetter(resources: { layouts: string; fonts: string }, log: Log): TypesetHost {
  const program = built('main', 'typeset-process.cjs');
  const given = typesetArguments(resources.layouts, resources.fonts);
  return createTypesetHost((): TypesetChild => {
    const child = utilityProcess.fork(program, given, {
      serviceName: 'Briefing Desk typesetting',
      stdio: 'ignore',
    });
    let isEnding = false;
    return {
      send: (call) => child.postMessage(call),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) =>
        child.once('exit', (code) => {
          if (!isEnding) log.error(`typesetting ended with ${code}`);
          listener();
        }),
      memory: () => {
        const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
        return metric ? metric.memory.workingSetSize * 1024 : null;
      },
      end: () => {
        isEnding = true;
        child.kill();
      },
    };
  });
}
