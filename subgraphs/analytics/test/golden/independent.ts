import type { BookedLine, BookedReceipt } from '@adal/events';
import { localParts } from './clock';
import { yearsBetween } from './golden-dimensions';
import { ofPoints } from './independent-points';
import { DAY_MS, distinct, during, over, sum, timeOf, type Period } from './independent-tools';
import type { World } from './world';

function isDayOff({ holidays }: World, day: string): boolean {
  const kinds = holidays.filter((one) => one.day === day).map(({ kind }) => kind);
  if (kinds.includes('PUBLIC') || kinds.includes('DAY_OFF')) return true;
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !kinds.includes('WORKING');
}

/** Metrics over the whole period, counted in plain loops over what happened. Money in whole units. */
export function independently(world: World, period: Period): Record<string, number | null> {
  return {
    ...ofSales(world, period),
    ...ofGoods(world, period),
    ...ofBuyers(world, period),
    ...ofMembers(world, period),
    ...ofPoints(world, period),
  };
}

const receiptsOf = ({ receipts }: World, period: Period, kind?: 'SALE' | 'RETURN'): BookedReceipt[] =>
  receipts.filter((receipt) => during(period, timeOf(receipt)) && (kind === undefined || receipt.kind === kind));
const revenueOf = (receipts: readonly BookedReceipt[]): number =>
  sum(receipts, ({ payableMinor }) => payableMinor) / 100;
const fullPriceOf = (receipts: readonly BookedReceipt[]): number => sum(receipts, ({ totalMinor }) => totalMinor) / 100;

function ofSales(world: World, period: Period): Record<string, number | null> {
  const [all, sales, returns] = [
    receiptsOf(world, period),
    receiptsOf(world, period, 'SALE'),
    receiptsOf(world, period, 'RETURN'),
  ];
  const discount = sum(all, ({ discountMinor }) => discountMinor) / 100;
  const mornings = all.filter(({ businessHour }) => businessHour < 12);
  const weekends = all.filter(({ businessDay }) => isDayOff(world, businessDay));
  const online = all.filter(({ channel }) => channel === 'ONLINE');
  const byCard = all.filter(({ payments }) => payments?.[0]?.tender === 'CARD');
  const discounted = all.filter(({ discountMinor }) => discountMinor !== 0);
  const anonymous = sales.filter(({ memberId }) => memberId === null);
  const paid = sales.map(({ payableMinor }) => payableMinor).sort((left, right) => left - right);
  const salesOf = (receipts: readonly BookedReceipt[]): BookedReceipt[] =>
    receipts.filter(({ kind }) => kind === 'SALE');
  return {
    'sales.gross_revenue': revenueOf(sales),
    'sales.returns': -revenueOf(returns),
    'sales.return_receipts': returns.length,
    'sales.return_rate': over(returns.length, sales.length),
    'sales.average_return': over(-revenueOf(returns), returns.length),
    'sales.discount': discount,
    'sales.full_price': fullPriceOf(all),
    'sales.discount_share': over(discount, fullPriceOf(all)),
    'sales.median_receipt': (paid[Math.floor((paid.length - 1) / 2)] ?? 0) / 100,
    'sales.revenue.morning': revenueOf(mornings),
    'sales.receipts.weekend': salesOf(weekends).length,
    'sales.revenue_share.weekend': over(revenueOf(weekends), revenueOf(all)),
    'sales.average_receipt.online': over(revenueOf(online), salesOf(online).length),
    'sales.revenue.card': revenueOf(byCard),
    'sales.receipts_share.discounted': over(salesOf(discounted).length, sales.length),
    'sales.average_receipt.anonymous': over(revenueOf(all.filter((one) => one.memberId === null)), anonymous.length),
    'sales.cashiers': distinct(
      sales.filter(({ cashierId }) => cashierId),
      ({ cashierId }) => cashierId,
    ),
    'sales.store_days': distinct(sales, ({ storeId, businessDay }) => `${storeId} ${businessDay}`),
    'sales.late_receipts': sales.filter((one) => Date.parse(one.recordedAt) - timeOf(one) > 3_600_000).length,
    'sales.returns_elsewhere': returns.filter(({ storeId, original }) => storeId !== original?.storeId).length,
    'sales.receipts_points_alone': sales.filter((one) => one.payableMinor === 0 && one.pointsSpentMinor > 0).length,
  };
}

function ofGoods(world: World, period: Period): Record<string, number | null> {
  const linesOf = (receipts: readonly BookedReceipt[]): BookedLine[] => receipts.flatMap(({ lines }) => lines);
  const [all, sold] = [linesOf(receiptsOf(world, period)), linesOf(receiptsOf(world, period, 'SALE'))];
  const costed = all.filter(({ costMinor }) => costMinor !== null);
  const margin = sum(costed, ({ amountMinor, costMinor }) => amountMinor - (costMinor ?? 0)) / 100;
  const promoted = all.filter(({ promotionIds }) => promotionIds.length > 0);
  const units = (lines: readonly BookedLine[]): number => sum(lines, ({ quantityMilli }) => quantityMilli) / 1_000;
  const money = (lines: readonly BookedLine[]): number => sum(lines, ({ amountMinor }) => amountMinor) / 100;
  return {
    'sales.units': units(all),
    'sales.items_per_receipt': over(units(sold), receiptsOf(world, period, 'SALE').length),
    'sales.price': over(money(sold), units(sold)),
    'sales.margin': margin,
    'sales.margin_share': over(margin, money(costed)),
    'sales.promo_revenue': money(promoted),
    'sales.skus': distinct(sold, ({ sku }) => sku),
    'sales.discounted_line_share': over(sold.filter(({ discountMinor }) => discountMinor > 0).length, sold.length),
    'promotions.revenue': sum(promoted, ({ amountMinor, promotionIds }) => amountMinor * promotionIds.length) / 100,
    'promotions.used': distinct(
      sold.flatMap(({ promotionIds }) => promotionIds),
      (id) => id,
    ),
  };
}

/** Sales of each member, from the first of all. */
function salesByMember({ receipts }: World): Map<string, BookedReceipt[]> {
  const sales = receipts.filter(({ kind, memberId }) => kind === 'SALE' && memberId !== null);
  return Map.groupBy(
    sales.sort((left, right) => timeOf(left) - timeOf(right)),
    ({ memberId }) => memberId ?? '',
  );
}

function ofBuyers(world: World, period: Period): Record<string, number | null> {
  const before = { from: new Date(2 * period.from.getTime() - period.to.getTime()), to: period.from };
  const all = [...salesByMember(world).values()];
  const purchasesIn = (sales: readonly BookedReceipt[], when: Period): BookedReceipt[] =>
    sales.filter((sale) => during(when, timeOf(sale)));
  const active = all.filter((sales) => purchasesIn(sales, period).length > 0);
  const wasActive = (sales: readonly BookedReceipt[]): boolean => purchasesIn(sales, before).length > 0;
  const isNew = (sales: readonly BookedReceipt[]): boolean =>
    sales[0] !== undefined && during(period, timeOf(sales[0]));
  const churned = all.filter((sales) => wasActive(sales) && purchasesIn(sales, period).length === 0).length;
  const stable = active.filter(wasActive).length;
  const newcomers = active.filter(isNew);
  const gap = ([first, second]: readonly BookedReceipt[]): number =>
    first && second ? timeOf(second) - timeOf(first) : Infinity;
  const within = (days: number): number =>
    all.filter((sales) =>
      sales.some((sale) => timeOf(sale) < period.to.getTime() && timeOf(sale) + days * DAY_MS >= period.to.getTime()),
    ).length;
  const firsts = new Set(all.map(([first]) => first?.purchaseId));
  const ofFirst = receiptsOf(world, period).filter(
    ({ purchaseId, originalPurchaseId }) => firsts.has(purchaseId) || firsts.has(originalPurchaseId ?? ''),
  );
  const spent = active
    .map((sales) => sum(purchasesIn(sales, period), ({ payableMinor }) => payableMinor))
    .sort((left, right) => right - left);
  const best = spent.slice(0, Math.ceil(spent.length / 5));
  return {
    'members.new_buyers': newcomers.length,
    'members.stable': stable,
    'members.returned': active.length - stable - newcomers.length,
    'members.churned': churned,
    'members.churn_to_stable': over(churned, stable),
    'members.active_30': within(30),
    'members.sleeping_90': all.filter(([first]) => first && timeOf(first) < period.to.getTime()).length - within(90),
    'members.buyers_once': active.filter((sales) => purchasesIn(sales, period).length === 1).length,
    'members.buyers_many_stores': active.filter(
      (sales) => distinct(purchasesIn(sales, period), ({ storeId }) => storeId) > 1,
    ).length,
    'members.top_20_revenue_share': over(
      sum(best, (one) => one),
      sum(spent, (one) => one),
    ),
    'members.second_purchase_30': newcomers.filter((sales) => Math.floor(gap(sales) / 3_600_000) < 30 * 24).length,
    'sales.revenue.first': revenueOf(ofFirst),
    'sales.receipts_per_buyer': over(
      sum(active, (sales) => purchasesIn(sales, period).length),
      active.length,
    ),
    'sales.visits': distinct(
      active.flatMap((sales) => purchasesIn(sales, period)),
      ({ memberId, storeId, businessDay }) => `${memberId ?? ''} ${storeId} ${businessDay}`,
    ),
  };
}

function ofMembers({ members }: World, { to }: Period): Record<string, number | null> {
  const there = members.filter(({ registeredAt }) => Date.parse(registeredAt) < to.getTime());
  const kept = there.filter(({ status }) => status !== 'CLOSED');
  const agreed = (channel: string, { consents }: (typeof kept)[number]): boolean =>
    consents.some((consent) => consent.channel === channel && consent.given);
  const today = localParts(to.getTime() - 1, 'Asia/Almaty').day;
  const children = kept.flatMap((member) => member.children ?? []);
  const parents = kept.filter((member) => (member.children ?? []).length > 0);
  const reachable = kept.filter((one) => one.status === 'ACTIVE' && one.phone !== null && agreed('SMS', one)).length;
  return {
    'members.registered.women': kept.filter(({ gender }) => gender === 'FEMALE').length,
    'members.registered.closed': there.length - kept.length,
    'members.consent_push': kept.filter((one) => agreed('PUSH', one)).length,
    'members.reachable_sms_share': over(reachable, there.length),
    'members.parents': parents.length,
    'members.children_per_parent': over(children.length, parents.length),
    'members.children_3_6': children.filter(({ birthDate }) => {
      const age = yearsBetween(birthDate, today);
      return age >= 3 && age <= 6;
    }).length,
    'quality.birth_date_known': over(kept.filter(({ birthDate }) => birthDate !== null).length, there.length),
  };
}
