import type { Locator, Page } from 'playwright-core';

/** Rows of the grid that are drawn, without its header. */
export const gridRows = (page: Page): Locator =>
  page.getByRole('grid').locator('[role="row"][aria-rowindex]:not([aria-rowindex="1"])');

/** Waits until the grid holds so many rows and asks for no more. */
export const gridOf = (page: Page, total: number): Promise<void> =>
  page.locator(`[role="grid"][aria-busy="false"][aria-rowcount="${total + 1}"]`).waitFor();
