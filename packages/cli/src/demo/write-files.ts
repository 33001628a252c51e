import { stringify } from 'csv-stringify/sync';
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { makeChain, seasonOf, type DemoProduct, type DemoStore } from './chain';
import { makeHistory, type DemoLine } from './history';
import { dateDaysBefore, makeMembers, type DemoMember } from './people';
import { seeded } from './random';

/** The chain's time zone. */
export const DEMO_TIME_ZONE = 'Asia/Almaty';

/** The demo chain: what the files were made of. */
export interface DemoChain {
  readonly stores: readonly DemoStore[];
  readonly products: readonly DemoProduct[];
  readonly members: readonly DemoMember[];
}

/** The chain of a seed, without its history. */
export function demoChain(seed: number, memberCount: number, now: Date): DemoChain {
  const { stores, products } = makeChain(seed);
  return { stores, products, members: makeMembers(seeded(seed + 1), stores, memberCount, now) };
}

/** Writes stores, products, members, balances and receipts as CSV files of the import's own format. */
export async function writeDemoFiles(folder: string, chain: DemoChain, seed: number, now: Date): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const opening = openingBalances(chain.members, seed);
  await writeCsv(path.join(folder, 'stores.csv'), chain.stores.map(storeRow));
  await writeCsv(path.join(folder, 'products.csv'), chain.products.map(productRow));
  await writeCsv(
    path.join(folder, 'members.csv'),
    chain.members.map((member) => memberRow(member, now)),
  );
  await writeCsv(path.join(folder, 'balances.csv'), balanceRows(opening, now));
  const history = makeHistory(seeded(seed + 2), {
    ...chain,
    opening: spendable(opening),
    now,
    timeZone: DEMO_TIME_ZONE,
  });
  await writeCsv(path.join(folder, 'receipts.csv'), flatten(history));
}

/** Old members brought points from the programme before; a third of those were never used and have expired. */
function openingBalances(
  members: readonly DemoMember[],
  seed: number,
): { member: DemoMember; points: number; lapses: boolean }[] {
  const random = seeded(seed + 3);
  return members
    .filter((member) => member.joinedDaysAgo > 365 && random.chance(0.5))
    .map((member) => ({ member, points: random.whole(2, 40) * 100, lapses: random.chance(0.33) }));
}

type Opening = ReturnType<typeof openingBalances>;

function spendable(opening: Opening): Map<string, number> {
  return new Map(opening.filter((one) => !one.lapses).map((one) => [one.member.id, one.points]));
}

function balanceRows(opening: Opening, now: Date): Record<string, string | number>[] {
  return opening.map(({ member, points, lapses }, index) => ({
    member_id: member.id,
    points,
    activates_at: `${dateDaysBefore(now, 366)}T00:00:00+05:00`,
    expires_at: `${dateDaysBefore(now, lapses ? 10 + ((index * 7) % 300) : -200)}T00:00:00+05:00`,
  }));
}

const storeRow = (store: DemoStore): Record<string, string> => ({
  store_id: store.id,
  name: store.name,
  city: store.city,
  brand: store.brand,
  banner: store.banner,
  format: store.format,
  legal_entity: store.legalEntity,
  opened_on: store.openedOn,
  time_zone: DEMO_TIME_ZONE,
});

const productRow = (product: DemoProduct): Record<string, string | number> => ({
  sku: product.sku,
  name: product.name,
  category_path: product.category,
  brand: product.brand,
  cost: product.cost,
  price: product.price,
  barcode: barcodeOf(product.sku),
  min_price: product.minPrice || '',
  not_discountable: String(product.notDiscountable),
  substitutes_group: product.category.startsWith('Уход') ? product.category : '',
  season: seasonOf(product),
  'attr:size': product.size,
  'attr:colour': product.colour,
  'attr:materials': product.materials,
});

/** An EAN-13 of Kazakhstan with its check digit. */
function barcodeOf(sku: string): string {
  const digits = `487000${sku}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const memberRow = (member: DemoMember, now: Date): Record<string, string> => ({
  member_id: member.id,
  card_number: member.card,
  phone: member.phone,
  email: member.email,
  first_name: member.firstName,
  last_name: member.lastName,
  birth_date: member.birthDate,
  gender: member.gender,
  city: member.city,
  home_store_id: member.homeStore.id,
  marital_status: member.maritalStatus,
  children: member.children,
  has_car: member.hasCar,
  pets: member.pets,
  registered_at: `${dateDaysBefore(now, member.joinedDaysAgo)}T${String(10 + (member.joinedDaysAgo % 11)).padStart(2, '0')}:15:00+05:00`,
  channel: member.channel,
  language: member.language,
  consent_sms: String(member.consents.sms),
  consent_email: String(member.consents.email),
  consent_push: String(member.consents.push),
  'attr:shoe_size': shoeSizeOf(member),
});

/** Known of those who told their gender. */
const shoeSizeOf = ({ card, gender }: DemoMember): string =>
  gender === '' ? '' : String((gender === 'female' ? 36 : 40) + (Number(card.slice(-1)) % 6));

function* flatten(receipts: Iterable<DemoLine[]>): Generator<Record<string, string | number>> {
  for (const receipt of receipts) {
    for (const line of receipt) {
      yield {
        receipt_id: line.receiptId,
        line_no: line.lineNo,
        kind: line.kind,
        occurred_at: line.occurredAt,
        store_id: line.storeId,
        till_id: line.tillId,
        sku: line.sku,
        quantity: line.quantity,
        price: line.price,
        discount: line.discount,
        amount: line.amount,
        cost: line.cost,
        member_id: line.memberId,
        original_receipt_id: line.originalReceiptId,
        points_spent: line.pointsSpent,
        points_earned: line.pointsEarned,
      };
    }
  }
}

const ROWS_AT_ONCE = 2_000;

async function writeCsv(file: string, rows: Iterable<Record<string, string | number>>): Promise<void> {
  const out = createWriteStream(file);
  let header = true;
  let batch: Record<string, string | number>[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    if (!out.write(stringify(batch, { header }))) await once(out, 'drain');
    header = false;
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length >= ROWS_AT_ONCE) await flush();
  }
  await flush();
  await new Promise<void>((resolve) => out.end(resolve));
}
