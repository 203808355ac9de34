import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Fails if axe finds anything on the page as it is now.
 * @param part a CSS selector, if only a part of the page is meant
 */
export async function expectNoAxeViolations(page: Page, part?: string): Promise<void> {
  // Legacy mode: the other one opens a page of its own, which Electron does not let it do.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  if (part !== undefined) builder.include(part);
  const { violations, passes } = await builder.analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
  expect(found, 'what axe finds').toEqual([]);
  expect(passes.length, 'rules that axe could apply').toBeGreaterThan(0);
}
