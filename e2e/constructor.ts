import { expect, type Locator, type Page } from '@playwright/test';
import { beginning, type Say } from './words';

/** The constructor of promotions, as a marketer works it: everything is found by what it is called. */
export interface Constructor {
  /** Begins as a template of the gallery, found by a word of it. */
  begin(word: string): Promise<void>;
  beginBlank(): Promise<void>;
  name(name: string): Promise<void>;
  /** Adds a condition or an effect by a part of its name, in a group or on the page; answers its row. */
  add(what: string, kind: string, group?: Locator): Promise<Locator>;
  row(name: string): Locator;
  /** Picks from the menu of a row. */
  act(row: Locator, what: string): Promise<void>;
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

export function openConstructor(page: Page, base: string, say: Say): Constructor {
  const add: Constructor['add'] = async (what, kind, group) => {
    const place = group ?? page;
    await place.getByRole('combobox', { name: what }).last().fill(kind);
    await page.getByRole('option', { name: kind, exact: true }).click();
    return rowOf(place, kind).last();
  };
  const field = () => page.getByRole('textbox', { name: say('promotion.name'), exact: true });
  return {
    begin: async (word) => {
      await page.goto(`${base}/promotions/new`);
      await page.getByRole('searchbox').fill(word);
      await page.getByRole('article').getByRole('link', { name: word, exact: true }).click();
      await expect(field()).toBeVisible();
    },
    beginBlank: async () => {
      await page.goto(`${base}/promotions/new`);
      await page.getByRole('link', { name: say('gallery.blank') }).click();
      await expect(field()).toBeVisible();
    },
    name: (name) => field().fill(name),
    add,
    row: (name) => rowOf(page, name),
    act: async (row, what) => {
      // The rows of a group bring menus of their own; its own is the last.
      await row
        .getByRole('button', { name: beginning(say('definition.row.menu')) })
        .last()
        .click();
      await page.getByRole('menuitem', { name: what }).click();
    },
    fill: (row, label, value) => row.getByRole('textbox', { name: label, exact: true }).fill(value),
    goods: async (row, label, kind, typed) => {
      await row.getByRole('button', { name: new RegExp(`^${label}:`) }).click();
      const dialog = page.getByRole('dialog', { name: label });
      const values = dialog.getByRole('combobox', { name: say('definition.slots.values') });
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
      await page.getByRole('button', { name: say('promotion.sections.control') }).click();
      await page.getByLabel(say('promotion.control.share')).fill(share);
    },
    save: () => save(page, say),
    lookBeforeLaunch: () => lookBeforeLaunch(page, say),
    launch: () => launch(page, say),
  };
}

const rowOf = (place: Page | Locator, name: string): Locator => place.getByRole('group', { name, exact: true });

async function save(page: Page, say: Say): Promise<string> {
  await page.getByRole('button', { name: say('promotion.save') }).click();
  await expect(page).toHaveURL(/\/promotions\/[0-9a-f-]{36}\/edit$/);
  return /promotions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

async function lookBeforeLaunch(page: Page, say: Say): Promise<Locator> {
  await page.getByRole('button', { name: say('promotion.step.publish') }).click();
  const dialog = page.getByRole('dialog', { name: beginning(say('promotion.launch.title')) });
  // Clean or not, the checklist says so.
  await expect(
    dialog.getByText(say('promotion.launch.look')).or(dialog.getByText(say('promotion.launch.nothing'))),
  ).toBeVisible();
  return dialog;
}

async function launch(page: Page, say: Say): Promise<string> {
  const id = await save(page, say);
  const dialog = await lookBeforeLaunch(page, say);
  await dialog.getByRole('button', { name: say('promotion.launch.launch') }).click();
  await expect(page.getByRole('button', { name: say('promotion.step.pause') })).toBeVisible();
  return id;
}
