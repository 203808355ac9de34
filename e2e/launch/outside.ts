import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { test as base } from '../fixtures';

/** A web server on this machine that nothing should ever reach. */
export interface Outside {
  readonly address: string;
  /** What has reached it: method and path. */
  readonly contacts: string[];
}

export const test = base.extend<{ outside: Outside }>({
  outside: async ({ dataDirName: _needed }, use) => {
    const contacts: string[] = [];
    const server = createServer(({ method, url }, response) => {
      contacts.push(`${method} ${url}`);
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ address: `http://127.0.0.1:${portOf(server)}`, contacts });
    server.closeAllConnections();
    server.close();
  },
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Refusals are told on the page's console; here they are what is wanted. */
export const forgive = (problems: string[]): void => {
  problems.length = 0;
};

/** Addresses that the app has asked the system to open since this was called. */
export async function watchOpened(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => {
      opened.push(address);
    };
  });
  return () => app.evaluate(() => (globalThis as typeof globalThis & { opened: string[] }).opened);
}
