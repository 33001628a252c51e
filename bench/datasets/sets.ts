// The public data sets, read from their own files by their own READMEs: nothing here knows how Adal imports them.
import { join } from 'node:path';
import { addLine, rounded, rowsOf, scaled, type Purchase } from './purchases.ts';

/** A data set: its folder and file, the mapping that imports it, and what it holds by plain reading. */
export interface DataSet {
  readonly name: string;
  readonly file: string;
  readonly mapping: string;
  /** First and last day of its receipts. */
  readonly days: readonly [string, string];
  /** Its receipts have a time of day. */
  readonly hasHours: boolean;
  read(folder: string): Promise<Purchase[]>;
}

const MILLI = 1_000;

/** Invoices; a leading C is a return, a negative quantity elsewhere a write-off of stock, which nobody bought. */
async function readOnlineRetail(folder: string): Promise<Purchase[]> {
  const purchases = new Map<string, Purchase>();
  for await (const row of rowsOf(join(folder, onlineRetail.file))) {
    const { InvoiceNo = '', Quantity = '', UnitPrice = '', InvoiceDate = '', CustomerID = '', StockCode = '' } = row;
    const isReturn = InvoiceNo.startsWith('C');
    const quantity = Number(Quantity);
    if (quantity < 0 && !isReturn) continue;
    const cents = rounded((quantity * scaled(UnitPrice, 6)) / 10_000);
    const head = {
      id: InvoiceNo.trim(),
      member: CustomerID === '' ? null : String(Number(CustomerID)),
      isReturn,
      store: 'online',
      day: InvoiceDate.slice(0, 10),
      hour: Number(InvoiceDate.slice(11, 13)),
    };
    addLine(purchases, head, { sku: StockCode.trim(), category: 'Gifts', brand: '', cents, milli: quantity * MILLI });
  }
  return [...purchases.values()];
}

/** Lines of baskets; nothing for nothing is a coupon slip; a number that a spreadsheet wrote (9e+05) is that number. */
async function readCompleteJourney(folder: string): Promise<Purchase[]> {
  const products = new Map<string, { category: string; brand: string }>();
  for await (const row of rowsOf(join(folder, 'complete-journey/products.csv.gz'))) {
    const { product_id = '', department = '', product_category = '', product_type = '', brand = '' } = row;
    const category = [department, product_category, product_type].filter((part) => part !== '').join(' > ');
    const id = whole(product_id);
    if (!products.has(id)) products.set(id, { category: category === '' ? 'Unknown' : category, brand });
  }
  const purchases = new Map<string, Purchase>();
  for await (const row of rowsOf(join(folder, completeJourney.file))) {
    const { basket_id = '', household_id = '', store_id = '', product_id = '', quantity = '' } = row;
    const { sales_value = '', transaction_timestamp = '' } = row;
    const [pieces, cents] = [Number(quantity), rounded(Number(sales_value) * 100)];
    if (pieces === 0 && cents === 0) continue;
    const head = {
      id: whole(basket_id),
      member: whole(household_id),
      isReturn: false,
      store: whole(store_id),
      day: transaction_timestamp.slice(0, 10),
      hour: Number(transaction_timestamp.slice(11, 13)),
    };
    const sku = whole(product_id);
    const { category, brand } = products.get(sku) ?? { category: '', brand: '' };
    addLine(purchases, head, { sku, category, brand, cents, milli: (pieces || 1) * MILLI });
  }
  return [...purchases.values()];
}

/** Orders by day. */
async function readCdnow(folder: string): Promise<Purchase[]> {
  const purchases: Purchase[] = [];
  for await (const { customer_id = '', date = '', cds = '', dollar_value = '' } of rowsOf(join(folder, cdnow.file))) {
    const line = {
      sku: 'CD',
      category: 'Music',
      brand: '',
      cents: scaled(dollar_value, 2),
      milli: Number(cds) * MILLI,
    };
    const id = String(purchases.length);
    purchases.push({ id, member: customer_id, isReturn: false, store: 'cdnow', day: date, hour: 12, lines: [line] });
  }
  return purchases;
}

const whole = (id: string): string => (/[.e]/.test(id) ? String(Number(id)) : id);

const onlineRetail: DataSet = {
  name: 'online-retail',
  file: 'online-retail/online_retail_2010-12_2011-05.csv.gz',
  mapping: 'docs/imports/online-retail.json',
  days: ['2010-12-01', '2011-05-31'],
  hasHours: true,
  read: readOnlineRetail,
};

const completeJourney: DataSet = {
  name: 'complete-journey',
  file: 'complete-journey/transactions_sample.csv.gz',
  mapping: 'docs/imports/complete-journey.json',
  days: ['2017-01-01', '2017-12-31'],
  hasHours: true,
  read: readCompleteJourney,
};

const cdnow: DataSet = {
  name: 'cdnow',
  file: 'cdnow/transactions_master.csv.gz',
  mapping: 'docs/imports/cdnow.json',
  days: ['1997-01-01', '1998-06-30'],
  hasHours: false,
  read: readCdnow,
};

export const DATA_SETS: readonly DataSet[] = [onlineRetail, completeJourney, cdnow];
