import { newId } from '@adal/service';
import { deskOf } from '../../../test/desk';
import { filesOf } from '../../../test/files';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';
import { rollUpMovements } from '../journal';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const ENTRIES = `query ($account: LedgerAccount!, $legalEntity: String, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
  accountEntries(account: $account, legalEntity: $legalEntity, from: $from, to: $to, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { amount entry { kind purchaseId returnId member { id } adjustment { id } run { kind id line undoes } } } } } }`;
interface Row {
  readonly amount: string;
  readonly entry: Readonly<Record<string, unknown>>;
}
interface Listed {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Row }[];
}
const list = async (variables: object): Promise<Listed> => {
  const { data, errors } = await ledger.ask<{ accountEntries: Listed }>(ENTRIES, variables);
  expect(errors).toEqual([]);
  return data.accountEntries;
};
const rows = async (variables: object): Promise<Row[]> => (await list(variables)).edges.map(({ node }) => node);
const day = (offset: number): string => new Date(NOW.getTime() + offset * 86_400_000).toISOString();

it('leads from every sum of the trial balance to entries that amount to it, page by page, before and after the job', async () => {
  const [one, other] = [await ledger.haveMember(), await ledger.haveMember({ externalId: 'M2' })];
  const till = tillOf(ledger);
  await till.sell(newId(), [{ earnedMinor: 700 }], { memberId: one });
  await till.sell(newId(), [{ earnedMinor: 900 }], { memberId: other, storeId: 'S2' });
  await till.sell(newId(), [{ spentMinor: 250, earnedMinor: 20 }], { memberId: one });
  await filesOf(ledger).send('importBalances', [{ member_id: 'M2', points: '12.00', activates_at: '2026-01-01' }]);
  await deskOf(ledger).adjust({ member: { id: one }, amount: '3.00' });
  const addUp = async (asOf: string | null): Promise<void> => {
    const { data } = await ledger.ask<{
      trialBalance: { accounts: (Row & { account: string; legalEntity: string | null; balance: string })[] };
    }>('query ($asOf: DateTime) { trialBalance(asOf: $asOf) { accounts { account legalEntity balance } } }', { asOf });
    for (const { account, legalEntity, balance } of data.trialBalance.accounts) {
      const of = {
        account: account.replace('member/', '').toUpperCase(),
        legalEntity,
        first: 2,
        to: asOf && new Date(Date.parse(asOf) + 1).toISOString(),
      };
      const amounts: string[] = [];
      for (let after: string | null = null; ;) {
        const page = await list({ ...of, after });
        amounts.push(...page.edges.map(({ node }) => node.amount));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      const sum = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
      expect({ account, sum }).toEqual({ account, sum: BigInt(balance.replace('.', '')) });
    }
  };
  await addUp(null);
  await addUp(day(-30));
  await rollUpMovements.run(ledger.context());
  await addUp(null);
  await addUp(day(-30));
  await addUp(day(0));
});

it('tells where an entry came from, the last booked first, of one period and one legal entity', async () => {
  const memberId = await ledger.haveMember({ externalId: 'M3' });
  const [sale, back, adjustmentId] = [newId(), newId(), newId()];
  const till = tillOf(ledger);
  await till.sell(sale, [{ earnedMinor: 100 }], { memberId, storeId: 'S2' });
  await till.giveBack({ returnId: back, purchaseId: sale });
  await deskOf(ledger).adjust({ adjustmentId, member: { id: memberId }, amount: '2.00', legalEntity: 'SOUTH' });
  await filesOf(ledger).send(
    'importBalances',
    [{ member_id: 'M3', points: '5.00', legal_entity: 'SOUTH', activates_at: '2026-02-01T00:00:00Z' }],
    { importId: 'run-3' },
  );
  const nothing = { purchaseId: null, returnId: null, adjustment: null, run: null, member: { id: memberId } };
  const all = await rows({ account: 'AVAILABLE', legalEntity: 'SOUTH' });
  expect(all.slice(0, 4)).toEqual([
    {
      amount: '5.00',
      entry: {
        ...nothing,
        kind: 'OPENING_BALANCE',
        run: { kind: 'OPENING_BALANCE', id: 'run-3', line: 2, undoes: false },
      },
    },
    { amount: '2.00', entry: { ...nothing, kind: 'ADJUSTMENT', adjustment: { id: adjustmentId } } },
    { amount: '-1.00', entry: { ...nothing, kind: 'RETURN', purchaseId: sale, returnId: back } },
    { amount: '1.00', entry: { ...nothing, kind: 'PURCHASE', purchaseId: sale } },
  ]);
  const february = { from: '2026-02-01T00:00:00Z', to: '2026-03-01T00:00:00Z' };
  expect(await rows({ account: 'MIGRATED', ...february })).toMatchObject([{ amount: '-5.00' }]);
  await rollUpMovements.run(ledger.context());
  expect(await rows({ account: 'MIGRATED', ...february })).toMatchObject([{ amount: '-5.00' }]);
  expect(await rows({ account: 'MIGRATED', ...february, legalEntity: 'NOBODY' })).toEqual([]);
  expect(await rows({ account: 'EXPIRED', from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' })).toEqual([]);
});

it('leads from what undid a row to its run, and refuses a cursor of another list', async () => {
  await ledger.haveMember({ externalId: 'M4' });
  const [row] = [{ member_id: 'M4', points: '5.00' }];
  await filesOf(ledger).send('importBalances', [row], { importId: 'run-4' });
  await ledger.ask(
    'mutation ($input: UndoOpeningBalancesInput!) { undoOpeningBalances(input: $input) { __typename } }',
    {
      input: { importId: 'run-4', note: 'wrong file' },
    },
  );
  const [last] = await rows({ account: 'MIGRATED', first: 1 });
  expect(last).toMatchObject({ amount: '5.00', entry: { run: { id: 'run-4', line: 2, undoes: true } } });
  expect((await ledger.ask(ENTRIES, { account: 'OWED', after: 'x' })).errors).toEqual(['BAD_USER_INPUT']);
});
