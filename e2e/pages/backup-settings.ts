import { expect, type Locator, type Page } from '@playwright/test';

/** Backups in the settings, and the dialog that restores one. */
export class BackupSettings {
  readonly dialog: Locator;
  readonly choose: Locator;
  readonly daily: Locator;
  readonly last: Locator;
  readonly now: Locator;
  readonly done: Locator;
  readonly restoring: Locator;
  readonly inPlace: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
    this.choose = this.dialog.getByRole('button', { name: 'Choose…' });
    this.daily = this.dialog.getByRole('checkbox', { name: 'Back up every day' });
    this.last = this.dialog.getByRole('status', { name: 'Last backup' });
    this.now = this.dialog.getByRole('button', { name: 'Back up now' });
    this.done = this.dialog.getByRole('button', { name: 'Done' });
    this.restoring = page.getByRole('dialog', { name: 'Restore a backup' });
    this.inPlace = this.restoring.getByRole('radio', { name: 'In place of this library' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+,');
    await expect(this.dialog).toBeVisible();
  }

  async openRestore(): Promise<void> {
    await this.open();
    await this.dialog.getByRole('button', { name: 'Restore…' }).click();
    await expect(this.restoring).toBeVisible();
  }

  startRestore(): Promise<void> {
    return this.restoring.getByRole('button', { name: 'Choose a backup…' }).click();
  }
}
