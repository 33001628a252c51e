import type { Page } from '@playwright/test';

/** Holds back every page but the first of an operation while it is shut: what the screen says meanwhile can be read. */
export interface PageGate {
  shut(): void;
  open(): void;
}

export async function gateFor(page: Page, operation: string): Promise<PageGate> {
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  await page.route('**/api/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { operationName?: string; variables?: { after?: string | null } };
    if (asked.operationName === operation && asked.variables?.after != null) await gate.promise;
    await route.continue();
  });
  return {
    shut: () => void (gate = Promise.withResolvers<void>()),
    open: () => gate.resolve(),
  };
}
