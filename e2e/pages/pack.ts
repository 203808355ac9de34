import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from './desk';

/** The export dialog with several notes in it. */
export class PackDialog {
  readonly dialog: Locator;
  readonly order: Locator;
  readonly title: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export' });
    this.order = this.dialog.getByRole('listbox', { name: 'Order' });
    this.title = this.dialog.getByRole('textbox', { name: 'Title of the pack' });
  }

  /** Opens it with every note of the list. */
  static async ofAll(desk: Desk): Promise<PackDialog> {
    await desk.selectAll();
    await desk.button('Export').click();
    const pack = new PackDialog(desk.page);
    await expect(pack.order).toBeVisible();
    return pack;
  }

  note(title: string): Locator {
    return this.order.getByRole('option', { name: title, exact: true });
  }

  /** The notes in their order. */
  titles(): Promise<string[]> {
    return this.order
      .getByRole('option')
      .evaluateAll((notes) => notes.map((note) => note.getAttribute('aria-label') ?? ''));
  }

  /** The pages are those of the last choices. */
  async set(): Promise<void> {
    const preview = this.dialog.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('group', { name: /^Page 1 of \d+$/ })).toBeVisible({ timeout: 30_000 });
    await expect(preview).toHaveAttribute('aria-busy', 'false');
  }

  async choose(group: string, name: string): Promise<void> {
    await this.dialog
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name, exact: true })
      .check();
  }

  async save(name = 'Save as…'): Promise<void> {
    await this.dialog.getByRole('button', { name, exact: true }).click();
  }
}
