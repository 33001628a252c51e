import { graphqlClient, type GraphqlRequest } from '@adal/testkit';
import { expect, type Browser, type Page } from '@playwright/test';
import { openConstructor, type Constructor } from './constructor';
import { openShop, type Shop } from './shop';
import { runningStack, type RunningStack } from './stack';
import { wordsOf, type Locale, type Say } from './words';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';

/** The back office of the demo chain in a browser, and the shop it looks after. */
export interface Office {
  readonly stack: RunningStack;
  readonly page: Page;
  /** Address of the office in the language of the story. */
  readonly base: string;
  /** What the office says in that language. */
  readonly say: Say;
  /** Asks the graph as who signed in. */
  readonly ask: GraphqlRequest;
  readonly build: Constructor;
  readonly shop: Shop;
}

interface Visitor {
  locale?: Locale;
  role?: string;
}

/** Signs somebody of the staff in: the administrator, in English, unless said otherwise. */
export async function openOffice(browser: Browser, visitor: Visitor = {}): Promise<Office> {
  const { locale = 'en', role = 'ADMINISTRATOR' } = visitor;
  const stack = runningStack();
  const say = wordsOf(locale);
  const [{ email = '', password = '' } = {}] = stack.demo.staff.filter((person) => person.role === role);
  const base = `${stack.urls.web}/${locale}`;
  const page = await browser.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(say('signIn.email')).fill(email);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('signIn.submit') }).click();
  await expect(page.getByRole('heading', { name: say('overview.title') })).toBeVisible();
  const signedIn = graphqlClient(stack.urls.graphql)<{ signIn: { accessToken: string } }>;
  const { signIn } = await signedIn(SIGN_IN, { input: { email, password } });
  const shop = openShop(stack, signIn.accessToken);
  const ask = graphqlClient(stack.urls.graphql, { token: signIn.accessToken });
  return { stack, page, base, say, ask, build: openConstructor(page, base, say), shop };
}
