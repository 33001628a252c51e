import { newId } from '@adal/service';
import { startLedger, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const IMPORT = 'mutation ($input: ImportInput!) { importBalances(input: $input) { ... on ImportLanded { landed } } }';
const UNDO = `mutation ($input: UndoOpeningBalancesInput!) { result: undoOpeningBalances(input: $input) {
  __typename ... on UserError { code } ... on OpeningBalancesUndone { undone left taken lapsed shortfall } } }`;

async function land(importId: string, balances: readonly (readonly [string, string])[]): Promise<void> {
  const rows = balances.map((values, index) => ({ line: index + 2, values }));
  const { data } = await ledger.ask(IMPORT, { input: { importId, columns: ['member_id', 'points'], rows } });
  expect(data).toEqual({ importBalances: { landed: balances.length } });
}
const undo = async (importId: string, note = 'wrong file'): Promise<object> =>
  (await ledger.ask<{ result: object }>(UNDO, { input: { importId, note } })).data.result;

it('undoes a whole run by new entries, as far as the points reach, and leaves other runs and points alone', async () => {
  const [one, other] = [await ledger.haveMember(), await ledger.haveMember()];
  await land('run-1', [
    [one, '10.00'],
    [other, '5.00'],
    [one, '2.50'],
  ]);
  await land('run-2', [[other, '1.00']]);
  await tillOf(ledger).sell(newId(), [{ spentMinor: 550 }], { memberId: other });
  const undone = {
    __typename: 'OpeningBalancesUndone',
    undone: 3,
    left: 0,
    taken: '13.00',
    lapsed: '0.00',
    shortfall: '4.50',
  };
  expect(await undo('run-1')).toEqual(undone);
  expect(await undo('run-1')).toEqual(undone);
  const wallets: object[] = await ledger.db.query('select available_minor from account order by member_id = $1 desc', [
    one,
  ]);
  expect(wallets).toEqual([{ available_minor: '0' }, { available_minor: '0' }]);
  const { data } = await ledger.ask<{ trialBalance: { accounts: object[] }; verifyLedger: object }>(
    '{ verifyLedger { fault } trialBalance { accounts { account balance } } }',
  );
  expect(data.verifyLedger).toEqual({ fault: null });
  expect(data.trialBalance.accounts).toContainEqual({ account: 'migrated', balance: '-5.50' });
  const told = await ledger.recorded<{ reason: string; movements: { amountMinor: number }[] }>(
    'ledger.points.deducted.v1',
  );
  expect(told.map(({ reason }) => reason)).toEqual(['OPENING_BALANCE']);
  expect(told[0]?.movements.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(1_300);
});

it('takes runs of thousands in batches', async () => {
  const members = await Promise.all(Array.from({ length: 7 }, () => ledger.haveMember()));
  for (const part of [1, 2])
    await land(
      `long-${part}`,
      Array.from({ length: 900 }, (_, index) => [members[index % 7] ?? '', '1.00'] as const),
    );
  // A call ends after a while; the next one goes on.
  let undone = await undo('long-1');
  for (let calls = 1; 'left' in undone && undone.left !== 0 && calls < 3; calls += 1) undone = await undo('long-1');
  expect(undone).toMatchObject({ undone: 900, left: 0, taken: '900.00' });
});

it('knows nothing of runs that never were, and undoes a run for one reason', async () => {
  expect(await undo('none')).toEqual({ __typename: 'ImportUnknown', code: 'IMPORT_UNKNOWN' });
  expect(await undo('run-1', 'another reason')).toEqual({
    __typename: 'ImportUndoneOtherwise',
    code: 'IMPORT_UNDONE_OTHERWISE',
  });
});
