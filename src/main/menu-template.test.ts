import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../shared/commands';
import { menuTemplate } from './menu-template';

const choices = { isMac: false, isPackaged: true, run: vi.fn() };
const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

describe('menuTemplate', () => {
  it('holds every command that has a place in it, once, with its shortcut shown', () => {
    const all = items(menuTemplate(choices));
    for (const { id, shortcut, menu } of COMMANDS) {
      const found = all.filter((item) => item.id === id);
      expect(found).toHaveLength(menu === null ? 0 : 1);
      expect(found[0]?.accelerator).toBe(shortcut ?? undefined);
    }
  });

  it('tells which command was chosen, and leaves the keys to the page', () => {
    const item = items(menuTemplate(choices)).find(({ id }) => id === 'export');
    expect(item?.registerAccelerator).toBe(false);
    item?.click?.call(item, undefined as never, undefined, undefined as never);
    expect(choices.run).toHaveBeenCalledExactlyOnceWith('export');
  });

  it('names every entry in the interface language', () => {
    for (const isMac of [true, false]) {
      const template = menuTemplate({ ...choices, isMac, isPackaged: false });
      for (const { label, type, role } of [...template, ...items(template)]) {
        if (type !== 'separator' && role !== 'appMenu' && role !== 'windowMenu') {
          expect(label).toMatch(/^[^.]+$|…$/);
        }
      }
    }
  });

  it('has the developer tools only in a checkout', () => {
    const hasTools = (isPackaged: boolean): boolean =>
      items(menuTemplate({ ...choices, isPackaged })).some(({ role }) => role === 'toggleDevTools');
    expect([hasTools(true), hasTools(false)]).toEqual([false, true]);
  });
});
