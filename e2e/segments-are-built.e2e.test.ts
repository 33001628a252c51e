import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openOffice, type Office } from './office';
import { gateFor } from './page-gate';
import { ageOf, dayInAlmaty, daysOfPurchases, importPeople, listPeople, type Person } from './people';
import type { Locale, Say } from './words';

test.use({ viewport: { width: 1440, height: 1000 } });
// One way: what a step made the next one needs.
test.describe.configure({ mode: 'serial' });

const LOCALES = ['ru', 'en'] as const;
const NAMES = { ru: 'Живые участницы Алматы', en: 'Lively women of Almaty' };
/** So that an export is more than two pages long. */
const NEWCOMERS = 1_600;
const PAGE = 500;

const offices = new Map<Locale, Office>();
const launched: string[] = [];
const made = new Map<Locale, { url: string; members: Set<string>; name: string }>();

/** A marketer builds a segment, watches it count, reads a report of it, launches a promotion on it and takes its members out. */
test.beforeAll(async ({ browser }) => {
  for (const locale of LOCALES) offices.set(locale, await openOffice(browser, { locale }));
  await importPeople(officeIn('en').ask, NEWCOMERS);
});

test.afterAll(async () => {
  for (const id of launched) await officeIn('en').shop.end(id);
  for (const { page } of offices.values()) await page.close();
});

function officeIn(locale: Locale): Office {
  const office = offices.get(locale);
  if (office === undefined) throw new Error(`No office speaks ${locale}.`);
  return office;
}

const digits = (text: string): number => Number(text.replaceAll(/\D/g, ''));
const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(__dirname, '..', 'test-results', 'segments', `${name}.png`), fullPage: true });

/** The count once nothing is being counted. */
async function counted(page: Page, say: Say): Promise<number> {
  const count = page.getByTestId('count');
  await expect(page.locator('[aria-busy="false"]').filter({ has: count })).toBeVisible();
  await expect(page.getByText(say('segmentEditor.counting'))).toBeHidden();
  return digits(await count.innerText());
}

interface Step {
  write: () => Promise<void>;
  holds: (person: Person) => boolean | Promise<boolean>;
}

/** Eight conditions of as many kinds, in groups and an opposite; each step says for whom all that is written by then holds. */
function eightConditions({ page, build, say, ask }: Office, today: string): Step[] {
  const kind = (code: string) => say(`segmentRows.conditionNames.${code}`);
  const choice = (code: string) => say(`segmentRows.choices.${code}`);
  const add = (code: string, group?: Locator) => build.add(say('definition.row.addCondition'), kind(code), group);
  const group = (nth: number) => build.row(say('definition.row.any')).nth(nth);
  const monthAgo = dayInAlmaty(new Date(), 29);
  const yearAgo = dayInAlmaty(new Date(), 364);
  const woman = (p: Person) => p.gender === 'FEMALE';
  const ofAge = (p: Person) => woman(p) && p.birthDate !== null && inRange(ageOf(p.birthDate, today), 18, 45);
  const ofAlmaty = (p: Person) => ofAge(p) && p.city === 'Алматы';
  const near = (p: Person) => ofAge(p) && (p.city === 'Алматы' || p.language === 'kk');
  const active = (p: Person) => near(p) && p.status === 'ACTIVE';
  const isNew = (p: Person) => active(p) && dayInAlmaty(p.registeredAt) >= monthAgo;
  const bought = async (p: Person) => (await daysOfPurchases(ask, p.id)).some((day) => day >= yearAgo);
  const lively = async (p: Person) => isNew(p) || (active(p) && (await bought(p)));
  return [
    { write: async () => void (await add('GENDER')), holds: woman },
    { write: async () => build.fill(await add('AGE'), say('segmentRows.slots.to'), '45'), holds: ofAge },
    { write: async () => build.names(await add('CITY'), say('segmentRows.slots.in'), 'Алматы'), holds: ofAlmaty },
    {
      write: async () => {
        await build.act(build.row(kind('CITY')), say('definition.row.group'));
        await add('LANGUAGE', group(0));
      },
      holds: near,
    },
    { write: async () => void (await add('STATUS')), holds: active },
    { write: async () => void (await add('REGISTERED')), holds: isNew },
    {
      write: async () => {
        await build.act(build.row(kind('REGISTERED')), say('definition.row.group'));
        await add('PURCHASES', group(1));
      },
      holds: lively,
    },
    {
      write: async () => {
        const joined = await add('ENROLLED_AT');
        await joined.getByText(choice('SITE'), { exact: true }).click();
        await joined.getByText(choice('TILL'), { exact: true }).click();
        await build.act(joined, say('definition.row.negate'));
        await expect(page.getByText(say('segmentEditor.unfinished'))).toBeHidden();
      },
      holds: async (p) => p.channel !== 'SITE' && (await lively(p)),
    },
  ];
}

const inRange = (n: number, from: number, to: number): boolean => n >= from && n <= to;

for (const locale of LOCALES) {
  test(`in ${locale}: eight conditions are counted as they are written, each as counted without segments`, async () => {
    const { page, base, say, ask } = officeIn(locale);
    const people = await listPeople(ask);
    await page.goto(`${base}/segments/new`);
    await expect.poll(() => counted(page, say)).toBe(people.length);
    let members = people;
    for (const { write, holds } of eightConditions(officeIn(locale), dayInAlmaty(new Date()))) {
      await write();
      const judged = await Promise.all(people.map(async (person) => ((await holds(person)) ? [person] : [])));
      members = judged.flat();
      await expect.poll(() => counted(page, say)).toBe(members.length);
    }
    expect(members.length).toBeGreaterThan(2 * PAGE);
    const name = NAMES[locale];
    await page.getByRole('textbox', { name: say('segmentEditor.name'), exact: true }).fill(name);
    await picture(page, `built-${locale}`);
    await page.keyboard.press('Control+s');
    await expect(page).toHaveURL(/\/segments\/[0-9a-f-]{36}\/edit$/);
    made.set(locale, { name, url: page.url().replace(/\/edit$/, ''), members: new Set(members.map(({ id }) => id)) });
  });

  test(`in ${locale}: a report of today counts what its members buy, and nobody else`, async () => {
    const { page, say, shop } = officeIn(locale);
    const { url, name, members } = segmentIn(locale);
    await page.goto(url);
    await page.getByRole('button', { name: say('segment.more'), exact: true }).click();
    await page.getByRole('menuitem', { name: say('segment.inReports') }).click();
    await page.getByRole('main').locator('a[href*="/reports/sales"]').first().click();
    await expect(page).toHaveURL(/\/reports\/sales\?.*segment=/);
    await page.goto(`${page.url()}&period=today&grain=HOUR&compare=none`);
    await expect(page.getByRole('combobox', { name: say('report.segment') })).toHaveValue(name);
    await expect(page.getByRole('status').filter({ hasText: say('report.live') })).toBeVisible();
    const total = page
      .getByRole('row')
      .filter({ hasText: say('report.total') })
      .getByRole('cell')
      .nth(1);
    const receipts = async () => ((await total.count()) === 0 ? 0 : digits(await total.innerText()));
    const before = await receipts();
    const [good] = await shop.goods({});
    if (good === undefined) throw new Error('The shelf is empty.');
    const [member = ''] = members;
    for (const buyer of [await shop.enrol({ gender: 'MALE' }), member]) {
      expect(await shop.buy(await shop.price(buyer, [[good, 1]]))).toBe('PurchaseConfirmed');
    }
    await expect.poll(receipts).toBe(before + 1);
    await picture(page, `reported-${locale}`);
  });

  test(`in ${locale}: a promotion is launched on it and prices its members`, async () => {
    const { page, build, say, shop } = officeIn(locale);
    const { url, name, members } = segmentIn(locale);
    await page.goto(url);
    await page.getByRole('link', { name: say('segment.launch') }).click();
    await expect(build.row(say('definition.conditionNames.SEGMENT')).getByText(name)).toBeVisible();
    await build.name(`${say('segment.launch')}: ${name}`);
    await build.add(say('definition.row.addEffect'), say('definition.effectNames.PERCENT'));
    await build.control('10');
    const id = await build.launch();
    launched.push(id);
    const ids = [...members];
    const [good] = await shop.goods({});
    if (good === undefined) throw new Error('The shelf is empty.');
    // Some are held out: one after another, until one is not.
    await shop.priceWith(id, async () => ids.pop() ?? '', [[good, 1]]);
    const outsider = await shop.price(await shop.enrol({ gender: 'MALE' }), [[good, 1]]);
    expect(outsider.applied.map(({ promotionId }) => promotionId)).not.toContain(id);
  });

  test(`in ${locale}: its members are exported with progress, stopped, and exported again`, async () => {
    const { page, base, say } = officeIn(locale);
    const { url, members } = segmentIn(locale);
    await page.goto(url);
    await page.getByRole('button', { name: say('segment.export'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: say('segmentExport.title') });
    const bar = dialog.getByRole('progressbar');
    const start = dialog.getByRole('button', { name: say('segmentExport.start'), exact: true });
    await dialog.getByText(say('segmentExport.column.NAME'), { exact: true }).click();

    const rest = await gateFor(page, 'SegmentExportPage');
    rest.shut();
    const share = String((PAGE / members.size) * 100);
    await start.click();
    await expect(bar).toHaveAttribute('aria-valuenow', share);
    const said = await dialog.getByRole('status').innerText();
    expect(digits(said.slice(0, said.indexOf('·')))).toBe(Number(`${PAGE}${members.size}`));
    await picture(page, `exporting-${locale}`);
    await dialog.getByRole('button', { name: say('segmentExport.stop'), exact: true }).click();
    await expect(dialog.getByText(say('segmentExport.stopped'))).toBeVisible();

    const download = page.waitForEvent('download');
    await start.click();
    await expect(bar).toBeVisible();
    await dialog
      .getByRole('button', { name: say('segmentExport.close'), exact: true })
      .last()
      .click();
    // It goes on elsewhere, and the header leads back.
    await page.getByRole('link', { name: say('nav.promotions'), exact: true }).click();
    await expect(page).toHaveURL(`${base}/promotions`);
    const shortBar = page.getByRole('banner').getByRole('progressbar');
    await expect(shortBar).toHaveAttribute('aria-valuenow', share);
    rest.open();
    const file = readFileSync(await (await download).path(), 'utf8');
    const [header, ...lines] = file.trimEnd().split('\r\n');
    const columns = ['MEMBER_ID', 'CARD', 'NAME', 'GENDER', 'CITY', 'SINCE'];
    expect(header).toBe(`\ufeff${columns.map((column) => say(`segmentExport.column.${column}`)).join()}`);
    expect(new Set(lines.map((line) => line.split(',')[0]))).toEqual(members);
    expect(lines).toHaveLength(members.size);
    await page.goto(url);
    const taken = page.getByText(columns.map((column) => say(`segmentExport.column.${column}`)).join(', '));
    await expect(taken).toHaveCount(2);
  });
}

function segmentIn(locale: Locale) {
  const segment = made.get(locale);
  if (segment === undefined) throw new Error('The segment was not built.');
  return segment;
}

test('who may not see personal data takes the members out without it', async ({ browser }) => {
  const { page, say } = await openOffice(browser, { role: 'ANALYST' });
  await page.goto(segmentIn('en').url);
  await page.getByRole('button', { name: say('segment.export'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('segmentExport.title') });
  for (const column of ['NAME', 'PHONE', 'EMAIL', 'BIRTH_DATE']) {
    await expect(dialog.getByRole('checkbox', { name: say(`segmentExport.column.${column}`) })).toBeDisabled();
  }
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: say('segmentExport.start'), exact: true }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.split('\r\n')[0]).toBe('\ufeffMember id,Card,Gender,City,In the segment since');
  expect(file).not.toContain('Әсел');
  await page.close();
});
