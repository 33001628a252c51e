import { graphqlClient } from '@adal/testkit';
import { expect, type Browser, type Page } from '@playwright/test';
import { openConstructor, type Constructor } from './constructor';
import { openShop, type Shop } from './shop';
import { runningStack, type RunningStack } from './stack';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';

/** The back office of the demo chain in a browser, and the shop it looks after. */
export interface Office {
  readonly stack: RunningStack;
  readonly page: Page;
  /** Address of the office in the language of the story. */
  readonly base: string;
  readonly build: Constructor;
  readonly shop: Shop;
}

/** Signs the administrator in, in English. */
export async function openOffice(browser: Browser): Promise<Office> {
  const stack = runningStack();
  const [{ email = '', password = '' } = {}] = stack.demo.staff.filter(({ role }) => role === 'ADMINISTRATOR');
  const base = `${stack.urls.web}/en`;
  const page = await browser.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  const signedIn = graphqlClient(stack.urls.graphql)<{ signIn: { accessToken: string } }>;
  const { signIn } = await signedIn(SIGN_IN, { input: { email, password } });
  return { stack, page, base, build: openConstructor(page, base), shop: openShop(stack, signIn.accessToken) };
}
