import { expect, type Locator, type Page } from '@playwright/test';

/** The constructor of promotions, as a marketer works it: everything is found by what it is called. */
export interface Constructor {
  /** Begins as a template of the gallery, found by a word of it. */
  begin(word: string): Promise<void>;
  beginBlank(): Promise<void>;
  name(name: string): Promise<void>;
  /** Adds a condition or an effect by a part of its name; answers its row. */
  add(what: 'Add a condition…' | 'Add what it gives…', kind: string): Promise<Locator>;
  row(name: string): Locator;
  fill(row: Locator, label: string, value: string): Promise<void>;
  /** Picks from a list that is searched; with `goods`, in the dialog of the goods. */
  goods(row: Locator, label: string, kind: string, typed: string): Promise<void>;
  names(row: Locator, label: string, typed: string): Promise<void>;
  control(share: string): Promise<void>;
  /** Saves; answers the promotion's id. */
  save(): Promise<string>;
  /** Opens the last look before the launch. */
  lookBeforeLaunch(): Promise<Locator>;
  /** Saves, looks and launches; answers the promotion's id. */
  launch(): Promise<string>;
}

export function openConstructor(page: Page, base: string): Constructor {
  const add: Constructor['add'] = async (what, kind) => {
    await page.getByRole('combobox', { name: what }).last().fill(kind);
    await page.getByRole('option', { name: kind, exact: true }).click();
    return rowOf(page, kind).last();
  };
  return {
    begin: async (word) => {
      await page.goto(`${base}/promotions/new`);
      await page.getByRole('searchbox').fill(word);
      await page.getByRole('article').getByRole('link', { name: word, exact: true }).click();
      await expect(page.getByLabel('Name')).toBeVisible();
    },
    beginBlank: async () => {
      await page.goto(`${base}/promotions/new`);
      await page.getByRole('link', { name: 'Start blank' }).click();
      await expect(page.getByLabel('Name')).toBeVisible();
    },
    name: (name) => page.getByLabel('Name').fill(name),
    add,
    row: (name) => rowOf(page, name),
    fill: (row, label, value) => row.getByRole('textbox', { name: label, exact: true }).fill(value),
    goods: async (row, label, kind, typed) => {
      await row.getByRole('button', { name: new RegExp(`^${label}:`) }).click();
      const dialog = page.getByRole('dialog', { name: label });
      const values = dialog.getByRole('combobox', { name: 'Values' });
      const more = dialog.getByRole('button', { name: `+ ${kind}` });
      await expect(more).toBeVisible();
      if ((await values.count()) === 0) await more.click();
      await values.fill(typed);
      await dialog
        .getByRole('option', { name: typed.split(' > ').at(-1) ?? typed })
        .first()
        .click();
      await page.keyboard.press('Escape');
      if (await dialog.isVisible()) await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    },
    names: async (row, label, typed) => {
      const field = row.getByRole('combobox', { name: label });
      await field.fill(typed);
      await page.getByRole('option', { name: typed }).first().click();
      await page.keyboard.press('Escape');
    },
    control: async (share) => {
      await page.getByRole('button', { name: /^Control group/ }).click();
      await page.getByLabel('Share').fill(share);
    },
    save: () => save(page),
    lookBeforeLaunch: () => lookBeforeLaunch(page),
    launch: () => launch(page),
  };
}

const rowOf = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/promotions\/[0-9a-f-]{36}\/edit$/);
  return /promotions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

async function lookBeforeLaunch(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Launch' }).click();
  const dialog = page.getByRole('dialog', { name: /^Launch/ });
  // Clean or not, the checklist says so.
  await expect(dialog.getByText(/Look at this before the launch|The checklist is clean/)).toBeVisible();
  return dialog;
}

async function launch(page: Page): Promise<string> {
  const id = await save(page);
  const dialog = await lookBeforeLaunch(page);
  await dialog.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  return id;
}
