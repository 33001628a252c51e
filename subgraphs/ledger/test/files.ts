import { verifyLedger } from '../src/features/proof/verify-ledger';
import type { Asking, TestLedger } from './harness';

/** What became of a chunk. */
export interface Landed {
  readonly __typename: string;
  readonly code?: string;
  readonly read: number;
  readonly landed: number;
  readonly unchanged: number;
  readonly amount: string;
  readonly quantity: string;
  readonly rejected: readonly { line: number; column: string | null; code: string }[];
}

/** A row of a file, by column. */
export type FileRow = Readonly<Record<string, string | null>>;

/** What files do to a ledger. */
export interface Files {
  /** Sends rows; the first row's keys are the columns. */
  send(mutation: string, rows: readonly FileRow[], more?: object, asking?: Asking): Promise<Landed>;
  receipt(id: string): Promise<Record<string, unknown>>;
  booksAreSound(): Promise<void>;
}

/** Files of this ledger. */
export function filesOf(ledger: TestLedger): Files {
  return {
    send: async (mutation, rows, more = {}, asking) => {
      const columns = Object.keys(rows[0] ?? {});
      const { data, errors } = await ledger.ask<{ result: Landed }>(
        `mutation ($input: ImportInput!) { result: ${mutation}(input: $input) { __typename ... on UserError { code }
          ... on ImportLanded { read landed unchanged amount quantity rejected { line column code } } } }`,
        {
          input: {
            importId: 'run-1',
            columns,
            rows: rows.map((row, index) => ({ line: 2 + index, values: columns.map((column) => row[column] ?? null) })),
            ...more,
          },
        },
        asking,
      );
      expect(errors).toEqual([]);
      return data.result;
    },
    receipt: async (id) => {
      const { data } = await ledger.ask<{ purchase: Record<string, unknown> }>(
        `query ($id: ID!) { purchase(id: $id) { kind occurredAt businessDay total discount payable imported member { id }
          lines { lineNo sku quantity quantityReturned amount discount pointsEarned } returns { id refund pointsGivenBack pointsWithdrawn lines { lineNo quantity amount } } } }`,
        { id },
      );
      return data.purchase;
    },
    booksAreSound: async () => {
      expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
    },
  };
}

/** A line of a receipt of a file. */
export const receiptLine = (more: FileRow = {}): FileRow => ({
  receipt_id: 'R1',
  line_no: '1',
  kind: 'sale',
  occurred_at: '2026-03-01T10:15:00',
  store_id: 'S1',
  sku: 'A',
  quantity: '2',
  amount: '900.00',
  price: '500.00',
  member_id: null,
  till_id: 'T1',
  original_receipt_id: null,
  points_spent: null,
  points_earned: null,
  ...more,
});
