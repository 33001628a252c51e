import { connectStreams, envelopeSchema, PurchaseConfirmed, PurchaseReturned, readStream } from '@adal/events';
import { formatDecimal } from '@adal/money';
import type { GatewayClient } from '../gateway-client';

type Print = (line: string) => void;
type Told = {
  readonly purchaseId: string;
  readonly returnId: string | null;
  readonly sums: string;
  readonly at: string;
};

interface Booked {
  readonly payable: string;
  readonly pointsSpent: string;
  readonly pointsEarned: string;
  readonly returns: readonly { id: string; refund: string }[];
}

/** Purchases asked for in one request. */
const ASKED_MAX = 20;

/**
 * Compares what the stream told others since then with what the ledger has: after a restore, sales and returns that the
 * ledger lost. It only names them. Their tills send them again, for an event is the ledger's word and no till's request.
 */
export async function reconcileStream(
  client: GatewayClient,
  natsUrl: string,
  print: Print,
  since: Date,
): Promise<boolean> {
  const told = await readTold(natsUrl, since);
  const booked = await readBooked(client, [...new Set(told.map(({ purchaseId }) => purchaseId))]);
  const faults = told.flatMap((one) => faultOf(one, booked.get(one.purchaseId)) ?? []);
  for (const fault of new Set(faults)) print(fault);
  const returns = told.filter(({ returnId }) => returnId !== null).length;
  print(
    `Told since ${since.toISOString()}: ${told.length - returns} sales, ${returns} returns; ${faults.length} faults.`,
  );
  return faults.length === 0;
}

async function readTold(natsUrl: string, since: Date): Promise<Told[]> {
  const streams = await connectStreams(natsUrl, 'adal-cli');
  const told: Told[] = [];
  try {
    const subjects = [PurchaseConfirmed.subject, PurchaseReturned.subject];
    for await (const text of readStream(streams, 'LEDGER', subjects, since)) {
      const { type, data } = envelopeSchema.parse(JSON.parse(text));
      told.push(type === PurchaseConfirmed.subject ? saleOf(data) : returnOf(data));
    }
    return told;
  } finally {
    await streams.close();
  }
}

function saleOf(data: unknown): Told {
  const { receipt } = PurchaseConfirmed.schema.parse(data);
  const sums = [receipt.payableMinor, receipt.pointsSpentMinor, receipt.pointsEarnedMinor].map(amount);
  return { purchaseId: receipt.purchaseId, returnId: null, sums: sums.join(' '), at: whereOf(receipt) };
}

function returnOf(data: unknown): Told {
  const { originalPurchaseId, returnId, receipt, withheldMinor = 0 } = PurchaseReturned.schema.parse(data);
  const refund = amount(-receipt.payableMinor - withheldMinor);
  return { purchaseId: originalPurchaseId, returnId, sums: refund, at: whereOf(receipt) };
}

function whereOf({
  storeId,
  tillId,
  occurredAt,
  memberId,
}: {
  storeId: string;
  tillId: string | null;
  occurredAt: string;
  memberId: string | null;
}): string {
  return `store ${storeId}, till ${tillId ?? '–'}, ${occurredAt}, member ${memberId ?? '–'}`;
}

async function readBooked(client: GatewayClient, ids: readonly string[]): Promise<Map<string, Booked>> {
  const booked = new Map<string, Booked>();
  for (let from = 0; from < ids.length; from += ASKED_MAX) {
    const chunk = ids.slice(from, from + ASKED_MAX);
    const fields = 'payable pointsSpent pointsEarned returns { id refund }';
    const found = await client.ask<Record<string, Booked | null>>(
      `query (${chunk.map((_, n) => `$p${n}: ID!`).join(', ')}) { ${chunk.map((_, n) => `p${n}: purchase(id: $p${n}) { ${fields} }`).join(' ')} }`,
      Object.fromEntries(chunk.map((id, n) => [`p${n}`, id])),
    );
    for (const [n, id] of chunk.entries()) {
      const purchase = found[`p${n}`];
      if (purchase) booked.set(id, purchase);
    }
  }
  return booked;
}

/** A sentence; null when the ledger has it as it was told. */
function faultOf({ purchaseId, returnId, sums, at }: Told, booked: Booked | undefined): string | null {
  const back = booked?.returns.find(({ id }) => id === returnId);
  const what = returnId === null ? `sale ${purchaseId}` : `return ${returnId} of ${purchaseId}`;
  const has =
    returnId === null ? booked && [booked.payable, booked.pointsSpent, booked.pointsEarned].join(' ') : back?.refund;
  if (has === undefined) return `missing ${what}: ${at}; ${sums}`;
  return has === sums ? null : `different ${what}: ${at}; told ${sums}, booked ${has}`;
}

const amount = (minor: number): string => formatDecimal(BigInt(minor), 2);
