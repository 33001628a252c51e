import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GatewayClient } from '@adal/cli';

const CATALOGUE = `{ products(first: 500) { edges { node { sku price } } }
  members(first: 500) { edges { node { externalId } } } stores { id } }`;

interface Catalogue {
  readonly products: { readonly edges: readonly { node: { sku: string; price: string | null } }[] };
  readonly members: { readonly edges: readonly { node: { externalId: string | null } }[] };
  readonly stores: readonly { id: string }[];
}

/** A receipt every so often through the last year. */
const YEAR_MS = 365 * 86_400_000;

/** Writes the chain's made-up history as a `receipts.csv`: two receipts in three are of a member. */
export async function writeReceipts(
  file: string,
  client: GatewayClient,
  { receipts, linesPerReceipt }: { receipts: number; linesPerReceipt: number },
): Promise<void> {
  const { products, members, stores } = await client.ask<Catalogue>(CATALOGUE);
  const begin = Date.now() - YEAR_MS;
  const rows = function* (): Generator<string> {
    yield 'receipt_id,line_no,kind,occurred_at,store_id,till_id,sku,quantity,price,amount,member_id\n';
    for (let receipt = 0; receipt < receipts; receipt += 1) {
      const at = new Date(begin + (receipt / receipts) * YEAR_MS).toISOString();
      const store = stores[receipt % stores.length]?.id ?? '';
      const member = receipt % 3 === 0 ? '' : (members.edges[receipt % members.edges.length]?.node.externalId ?? '');
      for (let line = 1; line <= linesPerReceipt; line += 1) {
        const { sku = '', price } = products.edges[(receipt * 7 + line * 31) % products.edges.length]?.node ?? {};
        const paid = price ?? '990.00';
        yield `BENCH-${receipt},${line},sale,${at},${store},${store}-1,${sku},1,${paid},${paid},${member}\n`;
      }
    }
  };
  await pipeline(Readable.from(rows()), createWriteStream(file));
}
