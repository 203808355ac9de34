import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog with the versions of the open note. */
export class HistoryDialog {
  readonly dialog: Locator;
  readonly list: Locator;
  readonly changes: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'History' });
    this.list = this.dialog.getByRole('listbox', { name: 'Versions' });
    this.changes = this.dialog.getByRole('region', { name: 'Changes since this version' });
  }

  /** Opens it with its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+H');
    await expect(this.dialog).toBeVisible();
  }

  versions(name?: string | RegExp): Locator {
    return this.list.getByRole('option', name === undefined ? {} : { name });
  }

  get chosen(): Locator {
    return this.list.getByRole('option', { selected: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  get added(): Locator {
    return this.changes.getByRole('insertion');
  }

  get removed(): Locator {
    return this.changes.getByRole('deletion');
  }
}
