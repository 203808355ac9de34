import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';

const checkout = { cwd: '/home/anna', fromCheckout: true };
const installed = { cwd: '/home/anna', fromCheckout: false };

describe('readArguments', () => {
  it('takes the data folder, however it is written', () => {
    expect(readArguments(['electron', '/app', '--data', 'notes'], checkout).data).toBe('notes');
    expect(readArguments(['briefing-desk', '--data=/srv/notes'], installed).data).toBe('/srv/notes');
    expect(readArguments(['briefing-desk'], installed).data).toBeNull();
  });

  it('leaves switches of Chromium and of test drivers alone', () => {
    const argv = ['electron', '--inspect=0', '--remote-debugging-port=0', '/app', '--no-sandbox', '--empty'];
    expect(readArguments(argv, checkout)).toEqual({ data: null, empty: true, cli: null, files: [] });
  });

  it('takes files to import, but not the app itself', () => {
    expect(readArguments(['electron', '/app', 'a.md', '--data', 'd', '/tmp/b.txt'], checkout).files).toEqual([
      '/home/anna/a.md',
      '/tmp/b.txt',
    ]);
    expect(readArguments(['briefing-desk', 'a.md'], installed).files).toEqual(['/home/anna/a.md']);
  });

  it('hands everything after --cli to the command line', () => {
    expect(readArguments(['briefing-desk', '--cli', 'list', '--data', 'd'], installed).cli).toEqual([
      'list',
      '--data',
      'd',
    ]);
  });

  it('keeps the default folder when --data comes without one', () => {
    expect(readArguments(['briefing-desk', '--data'], installed).data).toBeNull();
  });
});
