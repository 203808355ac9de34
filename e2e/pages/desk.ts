import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

export type KindName = 'Key fact' | 'Question' | 'Action' | 'Risk' | 'Remark';

/** The window as a person uses it: everything is found by its role and name. */
export class Desk {
  readonly library: Locator;
  readonly list: Locator;
  readonly search: Locator;
  readonly margin: Locator;
  readonly toolbar: Locator;
  readonly title: Locator;
  readonly editor: Locator;
  readonly tags: Locator;
  readonly tagField: Locator;
  readonly text: Locator;
  readonly notSaved: Locator;

  constructor(readonly page: Page) {
    this.library = page.getByRole('navigation', { name: 'Library' });
    this.list = page.getByRole('listbox', { name: 'Notes', exact: true });
    this.search = page.getByRole('searchbox', { name: 'Search notes' });
    this.margin = page.getByRole('complementary', { name: 'Annotations' });
    this.toolbar = page.getByRole('toolbar', { name: 'Annotate selection' });
    this.title = page.getByRole('textbox', { name: 'Title' });
    this.editor = page.getByRole('textbox', { name: 'Note text' });
    this.tags = page.getByRole('list', { name: 'Tags' });
    this.tagField = page.getByRole('combobox', { name: 'Add tag' });
    this.notSaved = page.getByRole('status').filter({ hasText: /^Not saved$/ });
    this.text = page.getByRole('document', { name: 'Text' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  row(title: string | RegExp): Locator {
    return this.list.getByRole('option', { name: title });
  }

  note(title: string | RegExp): Locator {
    return this.page.getByRole('article', { name: title });
  }

  card(words: string | RegExp): Locator {
    return this.margin.getByRole('listitem').filter({ hasText: words });
  }

  marks(words?: string | RegExp): Locator {
    const marks = this.text.locator('role=mark');
    return words === undefined ? marks : marks.filter({ hasText: words });
  }

  /** The replies on a card. */
  replies(card: Locator): Locator {
    return card.getByRole('group', { name: /^Reply: / });
  }

  get replyField(): Locator {
    return this.margin.getByRole('textbox', { name: 'Reply' });
  }

  async reply(card: Locator, words: string): Promise<void> {
    await card.getByRole('button', { name: 'Reply', exact: true }).click();
    await expect(this.replyField).toBeFocused();
    await this.page.keyboard.insertText(words);
    await card.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.replyField).toBeHidden();
  }

  get findField(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find in note' });
  }

  /** How many places were found in the note, and which of them is gone to. */
  get foundCount(): Locator {
    return this.page.getByRole('search').filter({ has: this.findField }).getByRole('status');
  }

  get filterButton(): Locator {
    return this.margin.getByRole('button', { name: 'Filter annotations' });
  }

  /** Chooses in the filter of the margin, or takes back what was chosen. */
  async filter(...names: readonly string[]): Promise<void> {
    await this.filterButton.click();
    for (const name of names)
      await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${name}, \\d`) }).click();
    await this.page.keyboard.press('Escape');
    await expect(this.filterButton).toBeFocused();
  }

  /** Runs a command by its name in the palette. */
  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Command palette' }).fill(name);
    await this.page.keyboard.press('Enter');
  }

  message(words: string | RegExp): Locator {
    return this.page.getByRole('status').or(this.page.getByRole('alert')).filter({ hasText: words });
  }

  /** A new note, ready for its title. */
  async newNote(): Promise<void> {
    await this.button('New note').click();
    await this.newNoteIsThere();
  }

  async newNoteIsThere(): Promise<void> {
    await expect(this.title).toHaveValue('');
    await expect(this.title).toBeFocused();
  }

  /** Waits until the text on the screen is on the disk. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  }

  /** From now on nothing can be saved: the folder of the notes is gone. @returns what brings it back */
  breakSaving(dataDir: string): () => void {
    const notes = path.join(dataDir, 'notes');
    renameSync(notes, `${notes}-away`);
    writeFileSync(notes, '');
    return () => {
      rmSync(notes);
      renameSync(`${notes}-away`, notes);
    };
  }

  /** Selects a passage with the mouse, from its first to its last character. */
  async select(words: string, occurrence = 1): Promise<void> {
    const ends = await this.text.evaluate(endsOf, { words, occurrence });
    if (ends === null) throw new Error(`the text does not hold “${words}”`);
    await this.page.mouse.move(ends.from.x, ends.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2);
    await this.page.mouse.move(ends.to.x, ends.to.y);
    await this.page.mouse.up();
    // The app reads the selection in the frame after: no hand is quicker than that, but a test is.
    await this.page.evaluate(async () => {
      for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
    });
  }

  /** Where a passage of the text begins on the screen. */
  async placeOf(words: string): Promise<{ x: number; y: number }> {
    const ends = await this.text.evaluate(endsOf, { words, occurrence: 1 });
    if (ends === null) throw new Error(`the text does not hold “${words}”`);
    return ends.from;
  }

  async annotate(words: string, kind: KindName, comment?: string): Promise<Locator> {
    await this.select(words);
    await this.toolbar.getByRole('button', { name: kind }).click();
    const field = this.margin.getByRole('textbox', { name: 'Comment' });
    await expect(field).toBeFocused();
    if (comment !== undefined) await this.page.keyboard.insertText(comment);
    await this.margin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(field).toBeHidden();
    // Then nothing moves any more: the card has been brought into sight, and has the focus.
    const cards = this.margin.getByRole('article');
    await expect
      .poll(() => cards.evaluateAll((all) => all.some((card) => card === document.activeElement)))
      .toBe(true);
    return this.card(words);
  }

  async addTag(tag: string): Promise<void> {
    await this.tagField.fill(tag);
    await this.tagField.press('Enter');
    await expect(this.tags.getByText(tag, { exact: true })).toBeVisible();
  }

  async edit(change: () => Promise<void>): Promise<void> {
    await this.button('Edit').click();
    await expect(this.editor).toBeVisible();
    await change();
    await this.button('Done').click();
    await expect(this.text).toBeVisible();
  }

  /**
   * Drops a file. A drop of real files cannot be made by script; a file input holds real ones too, and gives them to the same
   * event.
   */
  async drop(file: string, onto: Locator): Promise<void> {
    await this.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'drop-source';
      document.body.append(input);
    });
    await this.page.setInputFiles('#drop-source', file);
    await onto.evaluate((target) => {
      const input = document.querySelector<HTMLInputElement>('#drop-source');
      const data = new DataTransfer();
      for (const each of input?.files ?? []) data.items.add(each);
      input?.remove();
      target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
  }

  /** What the list shows, from top to bottom. */
  async titles(): Promise<string[]> {
    return this.list
      .getByRole('option')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** The note pane while several notes are selected. */
  selection(count?: number): Locator {
    const name = count === undefined ? /notes selected$/ : `${count} notes selected`;
    return this.page.getByRole('main').getByRole('heading', { name });
  }

  async selectedTitles(): Promise<string[]> {
    return this.list
      .getByRole('option', { selected: true })
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** Selects every note of the list, from its first row on. */
  async selectAll(): Promise<void> {
    await this.list.getByRole('option').first().focus();
    await this.page.keyboard.press('Control+a');
    await expect(this.selection()).toBeVisible();
  }

  /** Chooses in the sort menu. */
  async sort(name: string): Promise<void> {
    await this.button('Sort notes').click();
    await this.page.getByRole('menuitemradio', { name }).click();
  }

  /** Every paragraph and heading of the text as it is read. */
  async paragraphs(): Promise<string[]> {
    return this.text.getByRole('paragraph').allInnerTexts();
  }
}

/** Runs in the page: where a passage begins and ends on the screen, after it was scrolled into sight. */
function endsOf(root: Element, { words, occurrence }: { words: string; occurrence: number }) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  let at = -1;
  for (let count = 0; count < occurrence; count += 1) {
    at = text.indexOf(words, at + 1);
    if (at === -1) return null;
  }
  const box = (offset: number): DOMRect | undefined => {
    const found = nodes.findLast(({ start }) => start <= offset);
    if (!found) return undefined;
    const range = document.createRange();
    range.setStart(found.node, offset - found.start);
    range.setEnd(found.node, offset - found.start + 1);
    return range.getClientRects()[0];
  };
  const holder = nodes.findLast(({ start }) => start <= at)?.node.parentElement;
  holder?.scrollIntoView({ block: 'center' });
  const [first, last] = [box(at), box(at + words.length - 1)];
  if (!first || !last) return null;
  return {
    from: { x: first.left + 0.5, y: first.top + first.height / 2 },
    to: { x: last.right - 0.5, y: last.top + last.height / 2 },
  };
}
