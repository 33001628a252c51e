import { statementFaults, tellStatementFault, type Statement } from '@adal/events';
import { chainAll } from '../../../test/chain';
import { startLedger, type Asking, type TestLedger } from '../../../test/harness';
import { tillOf } from '../../../test/till';

let ledger: TestLedger;
let memberId: string;
let key: string;
const LATER = { now: new Date('2026-11-22T10:10:00Z') };

beforeAll(async () => {
  ledger = await startLedger();
  const till = tillOf(ledger);
  memberId = await ledger.haveMember();
  await till.sell('p1', [{ earnedMinor: 10_000 }], { memberId });
  await chainAll(ledger);
  await till.sell('p2', [{ spentMinor: 4_000, earnedMinor: 500 }], { memberId }, LATER);
  await till.giveBack({ returnId: 'r2', purchaseId: 'p2' }, LATER);
  await chainAll(ledger);
  const { data } = await ledger.ask<{ statementKey: string }>('{ statementKey }');
  key = data.statementKey;
});
afterAll(() => ledger.stop());

async function statement(scope: object = {}, asking?: Asking): Promise<Statement> {
  const { data, errors } = await ledger.ask<{ text: string }>(
    'query ($memberId: ID!, $from: DateTime, $to: DateTime) { text: memberStatementProof(memberId: $memberId, from: $from, to: $to) }',
    { memberId, ...scope },
    asking,
  );
  if (errors.length > 0) throw new Error(String(errors));
  return JSON.parse(data.text) as Statement;
}

const faultsOf = async (document: unknown): Promise<string[]> =>
  (await statementFaults(document, key)).map(tellStatementFault);

it('proves itself, from the beginning and from the middle', async () => {
  const whole = await statement();
  expect(whole.entries).toHaveLength(3);
  expect(whole.sealed).toMatchObject({
    opening: { number: '0', available: '0' },
    closing: { number: '3', available: '10000' },
  });
  expect(await faultsOf(whole)).toEqual([]);
  const part = await statement({ from: '2026-11-22T10:05:00Z' });
  expect(part.entries).toHaveLength(2);
  expect(part.sealed.opening).toEqual({ number: '1', available: '10000', pending: '0', held: '0' });
  expect(await faultsOf(part)).toEqual([]);
  const none = await statement({ from: '2027-01-01T00:00:00Z' });
  expect(none.entries).toEqual([]);
  expect(await faultsOf(none)).toEqual([]);
});

it.each<[string, (statement: Statement) => void, RegExp]>([
  [
    'a changed amount',
    ({ entries: [, entry] }) => void (entry && (entry.text = entry.text.replace('4000', '3000'))),
    /^Entry 2 was changed/,
  ],
  ['a removed entry', ({ entries }) => void entries.splice(1, 1), /^Entry 2 is missing/],
  [
    'a foreign path',
    ({ entries: [one, other] }) => void (one && other && (other.path = one.path)),
    /^Entry 2 was changed, or its path/,
  ],
  ['a removed last entry', ({ entries }) => void entries.pop(), /^The closing wallet is not/],
  ['another closing wallet', ({ sealed }) => void (sealed.closing.available = '99'), /^The closing wallet is not/],
  ['another opening wallet', ({ sealed }) => void (sealed.opening.available = '99'), /^The opening wallet is not/],
  [
    'another block',
    ({
      sealed: {
        blocks: [block],
      },
    }) => void (block && (block.items += 1)),
    /^Block 1 has another root/,
  ],
  ['a block that is gone', ({ sealed }) => void sealed.blocks.pop(), /block 2 is not in the statement/],
  ['another time of issue', ({ sealed }) => void (sealed.issuedAt = '2020-01-01T00:00:00Z'), /^The signature is not/],
])('names %s', async (_what, change, fault) => {
  const changed = await statement();
  change(changed);
  expect((await faultsOf(changed)).join('\n')).toMatch(new RegExp(fault, 'm'));
});

it('is for the member, and for who may read the ledger', async () => {
  const asMember = { kind: 'member', id: memberId, permissions: [] } as const;
  expect((await statement({}, asMember)).entries).toHaveLength(3);
  await expect(statement({}, { ...asMember, id: 'another' })).rejects.toThrow('FORBIDDEN');
});
