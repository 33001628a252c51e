import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test, type Page, type Route } from '@playwright/test';
import { openOffice, type Office } from './office';
import type { Locale } from './words';

test.use({ viewport: { width: 1440, height: 1000 } });

const MEMBERS = 'query ($search: String) { members(search: $search) { edges { node { id } } } }';
/** More than one request holds. */
const GOOD = 1_200;

/** An operator brings members in by a file, looks at other pages meanwhile, and gets the rows back that did not land. */
for (const locale of ['ru', 'en'] as Locale[]) {
  test.describe.serial(`in ${locale}`, () => {
    const mark = randomUUID().slice(0, 8);
    let office: Office;
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, { locale });
      ({ page } = office);
    });
    test.afterAll(() => page.close());

    test('a file is tried, changed nothing, and runs on while other pages are looked at', async () => {
      const { say, base } = office;
      const held = await holdSecondRequest(page);
      await page.goto(`${base}/imports`);
      await choose(page, `members-${mark}.csv`, fileOf(mark));
      await expect(page.getByRole('heading', { name: `members-${mark}.csv` })).toBeVisible();
      await page.getByRole('button', { name: say('imports.dryRun') }).click();
      await expect(page.getByText(say('imports.dryRunNote'))).toBeVisible();
      expect(await membersFound(office, mark)).toBe(0);

      held.shut();
      await page.getByRole('button', { name: say('imports.run'), exact: true }).click();
      const bar = page.getByRole('main').getByRole('progressbar', { name: say('imports.progress') });
      await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]/);
      await page
        .getByRole('navigation')
        .getByRole('link', { name: say('nav.members'), exact: true })
        .click();
      await expect(page.getByRole('heading', { name: say('members.title'), level: 1 })).toBeVisible();
      await page.getByRole('banner').locator('a[href$="/imports"]').click();
      await expect(bar).toBeVisible();
      held.open();
      await expect(page.getByText(say('imports.reconciled'))).toBeVisible();
      expect(await membersFound(office, mark)).toBeGreaterThan(0);
    });

    test('rows that did not land come back with line, column and reason, also after leaving the page', async () => {
      const { say } = office;
      await page
        .getByRole('navigation')
        .getByRole('link', { name: say('nav.receipts'), exact: true })
        .click();
      await expect(page.getByRole('heading', { name: say('receipts.title'), level: 1 })).toBeVisible();
      await page.goBack();
      await expect(
        page.getByRole('heading', { name: say('imports.importOf', { name: `members-${mark}.csv` }) }),
      ).toBeVisible();
      const rejectedRow = page.getByRole('row').filter({ hasText: say('imports.rejected') });
      await expect(rejectedRow.getByRole('cell').first()).toHaveText('2');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: say('imports.rejectedFile') }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(`members-${mark}.csv.rejected.csv`);
      const [head, ...rows] = readFileSync(await saved.path(), 'utf8')
        .trim()
        .split('\n');
      expect(head).toBe('member_id,first_name,gender,birth_date,line,column,code,reason');
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatch(new RegExp(`^${mark}-day,Day,FEMALE,1990-13-40,3,birth_date,[A-Z_]+,.+`));
      expect(rows[1]).toMatch(new RegExp(`^,Nobody,MALE,1990-01-01,${GOOD + 3},member_id,[A-Z_]+,.+`));
    });

    test('the mended rows land, and what landed before is left as it is', async () => {
      const { say } = office;
      // The report of the first file stays until the second one runs.
      await choose(page, `mended-${mark}.csv`, fileOf(mark).replace('1990-13-40', '1990-12-30'));
      await page.getByRole('button', { name: say('imports.run'), exact: true }).click();
      const row = (name: string) =>
        page
          .getByRole('row')
          .filter({ hasText: say(name) })
          .getByRole('cell')
          .first();
      await expect(row('imports.landed')).toHaveText('1');
      await expect(row('imports.rejected')).toHaveText('1');
    });
  });
}

/** The third line has a day that is none, the last has no member. */
function fileOf(mark: string): string {
  const good = Array.from({ length: GOOD }, (_, n) => `${mark}-${n},Guest${mark},FEMALE,1990-01-01`);
  const [first = '', ...others] = good;
  const rows = [first, `${mark}-day,Day,FEMALE,1990-13-40`, ...others, ',Nobody,MALE,1990-01-01'];
  return ['member_id,first_name,gender,birth_date', ...rows, ''].join('\n');
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  const input = page.locator('input[type="file"]');
  await expect(async () => {
    await input.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await expect(page.getByRole('heading', { name })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}

/** While it is shut, requests of an import after the first wait. */
async function holdSecondRequest(page: Page): Promise<{ shut: () => void; open: () => void }> {
  let gate = Promise.withResolvers<void>();
  let sent = 0;
  gate.resolve();
  await page.route('**/api/graphql', async (route: Route) => {
    const asked = route.request().postDataJSON() as { operationName?: string };
    if (asked.operationName === 'ImportMembers' && sent++ > 0) await gate.promise;
    await route.continue();
  });
  return {
    shut: () => {
      gate = Promise.withResolvers<void>();
      sent = 0;
    },
    open: () => gate.resolve(),
  };
}

async function membersFound({ ask }: Office, mark: string): Promise<number> {
  const { members } = await ask<{ members: { edges: unknown[] } }>(MEMBERS, { search: `Guest${mark}` });
  return members.edges.length;
}
