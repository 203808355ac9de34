import path from 'node:path';
import type { MainLogger } from 'electron-log';

const NAME = 'Briefing Desk';

/** What is kept for whoever looks into a failure: errors and starts, never a word of a note. */
export interface Log {
  info(line: string): void;
  error(error: unknown): void;
}

/**
 * Writes to `logs/main.log` in the data folder. The library that does it is loaded with the first line, off the way of the first
 * paint.
 */
export function openLog(data: string): Log {
  let opening: Promise<Pick<MainLogger, 'info' | 'error'>> | null = null;
  const open = async (): Promise<Pick<MainLogger, 'info' | 'error'>> => {
    const { default: log } = await import('electron-log/node');
    // Left to itself it looks for a package.json, which a built app may not have.
    log.transports.file.setAppName(NAME);
    log.transports.file.resolvePathFn = () => path.join(data, 'logs', 'main.log');
    log.transports.console.level = false;
    return log;
  };
  const write = (level: 'info' | 'error', what: unknown): void => {
    opening ??= open();
    opening.then((log) => log[level](what)).catch(() => undefined);
  };
  return { info: (line) => write('info', line), error: (error) => write('error', error) };
}
