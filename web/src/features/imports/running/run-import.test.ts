import { webcrypto } from 'node:crypto';
import type { Client } from 'urql';
import { runImport, type ImportPlan } from './run-import';
import { reconciles } from './report';

interface Sent {
  importId: string;
  columns: string[];
  rows: { line: number; values: string[] }[];
}

/** A gateway that answers as told; `answers` may fail to arrive first. */
function gateway(failures: number, reject: (line: number) => string | undefined = () => undefined) {
  const sent: Sent[] = [];
  let failing = failures;
  const mutation = (_: unknown, { input }: { input: Sent }) => ({
    toPromise: async () => {
      if (failing-- > 0) return { error: { networkError: new Error('offline') } };
      sent.push(input);
      const amountAt = input.columns.indexOf('amount');
      const rejected = input.rows.flatMap(({ line }) => {
        const code = reject(line);
        return code === undefined ? [] : [{ line, column: null, code, reason: 'Because.' }];
      });
      const good = input.rows.filter(({ line }) => reject(line) === undefined);
      const amount = good.reduce((sum, { values }) => sum + Number(values[amountAt]), 0).toFixed(2);
      const answer = {
        __typename: 'ImportLanded',
        landed: good.length,
        unchanged: 0,
        rejected,
        amount,
        quantity: String(good.length),
      };
      return { data: { answer } };
    },
  });
  return { client: { mutation } as unknown as Client, sent };
}

const header = 'receipt_id,line_no,kind,occurred_at,store_id,sku,quantity,amount';
const line = (receipt: string, no: number, amount: string) => `${receipt},${no},sale,2026-11-22,S1,SKU,1,${amount}`;
const text = [header, line('R1', 1, '10.50'), line('R1', 2, '-0.25'), 'broken', line('R2', 1, '99.99')].join('\n');

function planOf(content: string): ImportPlan {
  const mapping = Object.fromEntries(header.split(',').map((column) => [column, column]));
  const file = new File([content], 'receipts.csv');
  return { file, encoding: 'utf-8', kind: 'receipts', mapping, points: 'RECORD', dryRun: false };
}

const run = (client: Client, plan: ImportPlan, signal = new AbortController().signal) =>
  runImport({ client, plan, signal, onProgress: () => undefined });

beforeAll(() => {
  Object.assign(globalThis, { crypto: globalThis.crypto ?? webcrypto });
});

describe('importing a file', () => {
  it('accounts for every row and every sum, with bad rows to take away', async () => {
    const { client } = gateway(0, (at) => (at === 5 ? 'SKU_UNKNOWN' : undefined));
    const { report, rejected } = await run(client, planOf(text));
    expect(report).toMatchObject({ read: 4, landed: 2, rejected: { CSV_RAGGED: 1, SKU_UNKNOWN: 1 } });
    expect(report.amount).toEqual({ sent: 110_240n, landed: 10_250n, rejected: 99_990n });
    expect(reconciles(report)).toBe(true);
    expect(rejected.toCsv()).toContain('broken,,,,,,,,4,,CSV_RAGGED,');
    expect(rejected.toCsv()).toContain('99.99,5,,SKU_UNKNOWN,Because.');
  });

  it('names the same content the same, and other content otherwise', async () => {
    const { client, sent } = gateway(0);
    await run(client, planOf(text));
    await run(client, planOf(text));
    await run(client, planOf(`${text}\n${line('R3', 1, '1.00')}`));
    const [first, second, third] = sent.map(({ importId }) => importId);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('sends again what did not arrive', async () => {
    jest.useFakeTimers({ advanceTimers: true, doNotFake: ['setImmediate', 'nextTick'] });
    const { client, sent } = gateway(1);
    const { report } = await run(client, planOf(text));
    jest.useRealTimers();
    expect(sent).toHaveLength(1);
    expect(report.landed).toBe(3);
  });

  it('stops when it is cancelled', async () => {
    const { client, sent } = gateway(0);
    await expect(run(client, planOf(text), AbortSignal.abort())).rejects.toThrow();
    expect(sent).toHaveLength(0);
  });
});
