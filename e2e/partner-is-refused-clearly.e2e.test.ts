import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUOTE_TYP } from '@adal/events';
import { expect, test } from '@playwright/test';
import { CompactSign, decodeJwt } from 'jose';
import { runningStack, type RunningStack } from './stack';
import { freshEmail, openTill, type Till } from './till';

/** Whatever a partner sends wrongly is answered in one clear sentence, and nothing is booked. */
test.describe('a partner is refused clearly', () => {
  let stack: RunningStack;
  let till: Till;
  let token: string;
  test.beforeAll(async () => {
    stack = runningStack();
    till = openTill(stack);
    ({ token } = await till.quote(await till.enrol(freshEmail())));
  });

  test('when a quote was changed, or signed by somebody else', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const cheaper = { ...decodeJwt(token), payableMinor: 1 };
    const changed = [header, Buffer.from(JSON.stringify(cheaper)).toString('base64url'), signature].join('.');
    const unsigned = [Buffer.from('{"alg":"none"}').toString('base64url'), payload, ''].join('.');
    for (const quote of [changed, unsigned, 'nonsense']) {
      const purchaseId = randomUUID();
      const refused = await till.confirm({ purchaseId, quote });
      expect(refused).toEqual({ __typename: 'QuoteInvalid', message: sentence });
      expect(await isBooked(stack, purchaseId)).toBe(false);
    }
  });

  test('when a quote is too old', async () => {
    const { quote: key } = JSON.parse(readFileSync(join(stack.dataDir, 'keys.json'), 'utf8')) as Keys;
    const hourAgo = Date.now() - 3_600_000;
    const old = {
      ...decodeJwt(token),
      issuedAt: new Date(hourAgo).toISOString(),
      expiresAt: new Date(hourAgo + 900_000).toISOString(),
    };
    const privateKey = createPrivateKey({
      key: Buffer.from(key.privateKey, 'base64url'),
      format: 'der',
      type: 'pkcs8',
    });
    const quote = await new CompactSign(Buffer.from(JSON.stringify(old)))
      .setProtectedHeader({ alg: 'EdDSA', typ: QUOTE_TYP })
      .sign(privateKey);
    expect(await till.confirm({ purchaseId: randomUUID(), quote })).toEqual({
      __typename: 'QuoteExpired',
      message: sentence,
    });
  });

  test('when its key lacks the scope, is unknown, or is missing', async () => {
    const query = `mutation { confirmPurchase(input: { purchaseId: "${randomUUID()}", quote: "${token}" }) { __typename } }`;
    const reader = await partnerKey(stack, ['members.read']);
    expect(await post(stack, { query }, reader)).toMatchObject({
      status: 200,
      errors: [{ message: 'This needs the permission purchase.confirm.', extensions: { code: 'FORBIDDEN' } }],
    });
    const unknown = await post(stack, { query }, 'adal_0123456789abcdef0123456789abcdef');
    expect(unknown).toMatchObject({
      status: 401,
      errors: [{ message: sentence, extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const nobody = await post(stack, { query });
    expect(nobody.errors).toMatchObject([{ message: sentence, extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('when a till sends the same id with other content', async () => {
    const purchaseId = randomUUID();
    await till.confirm({ purchaseId, quote: token, receiptNumber: '1' });
    const again = await till.confirm({ purchaseId, quote: token, receiptNumber: '2' });
    expect(again).toEqual({ __typename: 'PurchaseIdReused', message: sentence });
  });

  test('when amounts are absurd, types wrong, or a store unknown', async () => {
    const { storeId } = till;
    const line = { lineNo: 1, sku: 'X', quantity: '1', price: '100.00' };
    const quote = (input: object) =>
      post(stack, { query: QUOTE, variables: { input: { storeId, lines: [line], ...input } } }, stack.demo.partnerKey);
    const outcomes = {
      BasketInvalid: [
        { lines: [] },
        { lines: [{ ...line, quantity: '-1' }] },
        { lines: [{ ...line, price: '-5.00' }] },
        { lines: [line, line] },
      ],
      StoreUnknown: [{ storeId: 'nowhere' }],
      MemberUnknown: [{ member: { cardNumber: '0000000000000' } }],
    };
    for (const [outcome, inputs] of Object.entries(outcomes)) {
      for (const input of inputs) {
        expect((await quote(input)).data, JSON.stringify(input)).toEqual({
          quotePurchase: { __typename: outcome, message: sentence },
        });
      }
    }
    const wrongs = [
      { quantity: 'many' },
      { quantity: '999999999999' },
      { price: 12.5 },
      { price: '1e9' },
      { price: '1.234' },
    ];
    for (const wrong of [...wrongs, { price: '99999999999999.00' }, { lineNo: 'one' }]) {
      const { data, errors } = await quote({ lines: [{ ...line, ...wrong }] });
      expect(data ?? null).toBeNull();
      expect(errors, JSON.stringify(wrong)).toMatchObject([
        { message: expect.stringContaining('input.lines[0]'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });

  test('when the request is malformed, 40 levels deep, or 50 MB large', async () => {
    const deep = `{ member(by: { id: "1" }) { ${'purchases { edges { node { member { '.repeat(10)} id ${'} } } } '.repeat(10)} } }`;
    expect(await post(stack, { query: deep }, stack.demo.partnerKey)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringMatching(/^The query is 4\d levels deep; at most 12 are allowed\.$/) }],
    });
    expect(await post(stack, '{"query": ', stack.demo.partnerKey)).toMatchObject({
      status: 400,
      errors: [{ message: 'The body is not JSON.' }],
    });
    expect(await post(stack, { query: '{ nothing }' }, stack.demo.partnerKey)).toMatchObject({ status: 400 });
    const large = await post(stack, { query: '{ me { id } }', variables: { x: 'x'.repeat(50 * 1024 * 1024) } });
    expect(large).toMatchObject({
      status: 413,
      errors: [{ message: 'The request is larger than 8 MB: send it in parts.' }],
    });
  });

  test.afterAll(async () => {
    const { data } = await post(stack, { query: '{ verifyLedger { ok fault } }' }, await staffToken(stack));
    expect(data).toEqual({ verifyLedger: { ok: true, fault: null } });
  });
});

interface Keys {
  quote: { privateKey: string };
}
interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: { code: string } }[];
}

const QUOTE =
  'query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename ... on UserError { message } } }';

/** A sentence for a person: it begins with a capital or a quotation mark, ends with a full stop and shows no internals. */
const sentence: unknown = expect.stringMatching(/^["A-ZА-Я](?!.*(select |undefined|\bat \/|127\.0\.0\.1)).*[.…]$/);

async function post({ urls }: RunningStack, body: object | string, token?: string): Promise<Answer> {
  const response = await fetch(urls.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

async function staffToken(stack: RunningStack): Promise<string> {
  const [{ email = '', password = '' } = {}] = stack.demo.staff.filter(({ role }) => role === 'ADMINISTRATOR');
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }`;
  const { data } = await post(stack, { query, variables: { input: { email, password } } });
  return (data as { signIn: { accessToken: string } }).signIn.accessToken;
}

async function partnerKey(stack: RunningStack, scopes: string[]): Promise<string> {
  const query = `mutation ($input: CreatePartnerKeyInput!) { createPartnerKey(input: $input) { ... on PartnerKeyCreated { secret } } }`;
  const { data } = await post(
    stack,
    { query, variables: { input: { name: 'e2e reader', scopes } } },
    await staffToken(stack),
  );
  return (data as { createPartnerKey: { secret: string } }).createPartnerKey.secret;
}

async function isBooked(stack: RunningStack, id: string): Promise<boolean> {
  const query = 'query ($id: ID!) { purchase(id: $id) { id } }';
  const { data } = await post(stack, { query, variables: { id } }, stack.demo.partnerKey);
  return data?.['purchase'] !== null;
}
