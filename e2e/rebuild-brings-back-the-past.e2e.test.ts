import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { connectStreams, type Streams } from '@adal/events';
import { graphqlClient, type GraphqlRequest } from '@adal/testkit';
import { runningStack } from './stack';
import { freshEmail, openTill } from './till';

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }';
const STATUS = '{ analyticsStatus { receipts waiting rebuildProgress silentOwners } }';
const FIGURE = `query ($input: MetricInput!) { metric(input: $input) { rows { dimensions value } } }`;
const GRANT = `mutation ($input: GrantPointsInput!) { grantPoints(input: $input) { __typename } }`;

const METRICS = [
  ['sales.revenue', 'store', 'identified'],
  ['sales.revenue', 'category', 'brand'],
  ['sales.receipts', 'store'],
  ['sales.average_receipt', 'city'],
  ['penetration.revenue', 'store'],
  ['members.active', 'store'],
  ['members.registered', 'city'],
  ['members.new', 'store'],
  ['points.issued', 'store'],
  ['points.redeemed', 'store'],
  ['points.expired'],
  ['points.outstanding', 'legalEntity'],
] as const;

interface Status {
  analyticsStatus: { receipts: number; waiting: number; rebuildProgress: number | null; silentOwners: string[] };
}

/** From the tables of their owners into an empty store, when the streams have forgotten nearly all of it. */
test('a rebuild brings back what is older than the streams: every figure is as it was', async () => {
  test.setTimeout(240_000);
  const { urls, demo } = runningStack();
  const [administrator] = demo.staff;
  const { signIn } = await graphqlClient(urls.graphql)<{ signIn: { accessToken: string } }>(SIGN_IN, {
    input: { email: administrator?.email, password: administrator?.password },
  });
  const staff = graphqlClient(urls.graphql, { token: signIn.accessToken });
  await liveABit(staff);
  const isQuiet = (): Promise<void> =>
    expect
      .poll(async () => (await staff<Status>(STATUS)).analyticsStatus, { timeout: 60_000 })
      .toMatchObject({ waiting: 0, rebuildProgress: null, silentOwners: [] });
  await isQuiet();
  // Features of members follow the facts a second later.
  const period = { from: '2020-01-01T00:00:00Z', to: new Date().toISOString() };
  let before = await figures(staff, period);
  await expect
    .poll(async () => {
      const earlier = before;
      before = await figures(staff, period);
      return JSON.stringify(before) === JSON.stringify(earlier);
    })
    .toBe(true);
  const { receipts } = (await staff<Status>(STATUS)).analyticsStatus;
  expect(receipts).toBeGreaterThan(100);

  const streams = await connectStreams(urls.nats, 'e2e');
  for (const stream of ['MEMBERS', 'LEDGER', 'PROMOTIONS']) await forget(streams, stream);
  await streams.close();
  await staff('mutation ($id: ID!) { rebuildAnalytics(rebuildId: $id) { started } }', { id: randomUUID() });
  await isQuiet();
  expect((await staff<Status>(STATUS)).analyticsStatus.receipts).toBe(receipts);
  await expect.poll(() => figures(staff, period), { timeout: 30_000 }).toEqual(before);
});

/** A sale, a return and a gift that only the till and the desk tell of. */
async function liveABit(staff: GraphqlRequest): Promise<void> {
  const till = openTill(runningStack());
  const memberId = await till.enrol(freshEmail());
  const purchaseId = randomUUID();
  const { token = '' } = await till.quote(memberId);
  expect(await till.confirm({ purchaseId, quote: token })).toMatchObject({ __typename: 'PurchaseConfirmed' });
  const back = { returnId: randomUUID(), purchaseId, lines: [{ lineNo: 1, quantity: '1' }] };
  expect(await till.giveBack(back)).toMatchObject({ __typename: 'PurchaseReturned' });
  const grant = { grantId: randomUUID(), note: 'A story', rows: [{ member: { id: memberId }, points: '5.00' }] };
  expect(await staff(GRANT, { input: grant })).toEqual({ grantPoints: { __typename: 'PointsGranted' } });
}

/** Metrics over the period: of receipts, goods, members and points, by what each knows. */
async function figures(staff: GraphqlRequest, period: object): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [key, ...by] of METRICS) {
    const { metric } = await staff<{ metric: { rows: object[] } }>(FIGURE, { input: { key, ...period, by } });
    const rows = metric.rows.map((row) => JSON.stringify(row)).sort();
    found[`${key} ${by.join(' ')}`] = rows.join('\n');
  }
  return found;
}

/** Leaves a few events of a stream, once everybody has handled it. */
async function forget({ manager }: Streams, stream: string): Promise<void> {
  await expect
    .poll(async () => {
      const consumers = [];
      for await (const { num_pending, num_ack_pending } of manager.consumers.list(stream))
        consumers.push(num_pending + num_ack_pending);
      return consumers.every((left) => left === 0);
    })
    .toBe(true);
  await manager.streams.purge(stream, { keep: 5 });
}
