import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { TypesetterPort } from '../app/ports';
import { createTypesetHost, type TypesetChild, type TypesetHost } from '../app/typeset-host';
import { type FromTypesetProcess, typesetArguments } from '../typeset/messages';

/**
 * Sets pages in a process of its own, so that there is a limit to its time and its memory.
 * @param program the file of the program, absolute
 * @param resources folders of the layouts and of the fonts, absolute
 */
export function typesetterBeside(
  program: string,
  resources: { layouts: string; fonts: string },
): TypesetHost {
  const given = typesetArguments(resources.layouts, resources.fonts);
  return createTypesetHost((): TypesetChild => {
    // What is sent holds maps and bytes.
    const child = fork(program, given, { serialization: 'advanced', stdio: 'ignore' });
    // What it says when it is asked for more than it can take is that it has ended.
    child.on('error', () => undefined);
    return {
      send: (call) => child.send(call),
      onMessage: (listener) => child.on('message', (message) => listener(message as FromTypesetProcess)),
      onExit: (listener) => child.once('exit', listener),
      memory: () => residentMemory(child.pid),
      end: () => child.kill('SIGKILL'),
    };
  });
}

/** Sets pages in this process; loaded when there is something to set. */
export const typesetterHere = (resources: { layouts: string; fonts: string }): TypesetterPort => ({
  prepare: () => undefined,
  typeset: async (request) => {
    const { createTypesetter } = await import('../typeset/typesetter');
    return createTypesetter({ layoutsFolder: resources.layouts, fontsFolder: resources.fonts }).typeset(
      request,
    );
  },
});

const KILOBYTE = 1024;

/** @returns bytes; null where the system does not tell */
function residentMemory(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1]);
    return Number.isNaN(kilobytes) ? null : kilobytes * KILOBYTE;
  } catch {
    return null;
  }
}
