import {
  metricOf,
  shareOf,
  type Amount,
  type Metric,
  type Qualifier,
  type Ratio,
  type Share,
} from '../metric-language';
import { buyerRatios } from './buyer.ratios';
import { lengths, promotedGoods, regularGoods, rewarded, tenders, unpromoted } from './receipt.qualifiers';
import { salesAmounts as sums } from './sales.amounts';
import { salesCounts as counts } from './sales.counts';
import { salesRatios as ratios } from './sales.ratios';
import * as when from './sales.qualifiers';

const GROUP = 'sales';
const { buyers: active, ...otherCounts } = counts;
/** Active members, as parts of them are called. */
const buyers: Amount = { ...active, names: ['Покупатели-участники', 'Сатып алған қатысушылар', 'Members who bought'] };

const shareOfRevenue: Share = {
  of: sums.revenue,
  names: ['Доля выручки', 'Түсім үлесі', 'Share of revenue'],
  describe: ([ru, kk, en]) => [
    `Выручка по чекам ${ru}, делённая на всю выручку.`,
    `Түсімнің ${kk} чектерге тиесілі бөлігінің бүкіл түсімге қатынасы.`,
    `Revenue of receipts ${en} divided by all revenue.`,
  ],
};
const shareOfReceipts: Share = {
  of: sums.receipts,
  names: ['Доля чеков', 'Чектер үлесі', 'Share of receipts'],
  describe: ([ru, kk, en]) => [
    `Число чеков продаж ${ru}, делённое на число всех чеков продаж.`,
    `Сату чектері ішіндегі ${kk} чектердің барлық сату чектеріне қатынасы.`,
    `Number of sales receipts ${en} divided by the number of all sales receipts.`,
  ],
};

const each = (parts: readonly Qualifier[], bases: readonly (Amount | Ratio)[]): Metric[] =>
  parts.flatMap((part) => bases.map((base) => metricOf(GROUP, base, part)));
const shares = (parts: readonly Qualifier[]): Metric[] =>
  parts.flatMap((part) => [shareOf(GROUP, shareOfRevenue, part), shareOf(GROUP, shareOfReceipts, part)]);

const { revenue, receipts, units, discount, margin } = sums;
const { averageReceipt, itemsPerReceipt, linesPerReceipt, price, discountShare, marginShare, returnShare } = ratios;
const core = [revenue, receipts, averageReceipt, itemsPerReceipt];
const ofMembersOrNot = [
  ...core,
  units,
  price,
  discount,
  discountShare,
  margin,
  marginShare,
  linesPerReceipt,
  returnShare,
];
const times = [when.weekend, when.workday, when.morning, when.daytime, when.evening];

/** Over parts of the receipts: what is asked of each. */
const ofParts: readonly Metric[] = [
  ...each([when.identified, when.anonymous], [...ofMembersOrNot, counts.returned, sums.cost]),
  ...each([when.firstPurchase, when.repeatPurchases], [...core, discountShare, margin, marginShare]),
  ...shares([when.firstPurchase]),
  ...each(times, [...core, discountShare, margin, marginShare, buyers]),
  ...shares([when.weekend, when.morning, when.daytime, when.evening]),
  ...each(when.channels, [
    ...core,
    units,
    discountShare,
    margin,
    marginShare,
    returnShare,
    buyers,
    buyerRatios.revenue,
  ]),
  ...shares(when.channels),
  ...each(tenders, [revenue, receipts, averageReceipt, buyers]),
  ...shares(tenders),
  ...each(rewarded, [...core, margin, marginShare, buyers, buyerRatios.revenue]),
  ...each([unpromoted], [...core, margin, marginShare]),
  ...shares(rewarded),
  ...each(lengths, [revenue, receipts, averageReceipt, marginShare]),
  ...shares(lengths),
  ...each([promotedGoods], [units, receipts, discount, discountShare, margin, marginShare, price]),
  ...each([regularGoods], [revenue, units, receipts, margin, marginShare, price]),
];

/** Revenue, receipts and what they are made of; over all receipts and over parts of them. */
export const salesMetrics: readonly Metric[] = [
  ...[
    ...Object.values(sums),
    ...Object.values(otherCounts),
    ...Object.values(ratios),
    ...Object.values(buyerRatios),
  ].map((base) => metricOf(GROUP, base)),
  ...ofParts,
];

/** Who buys: counted among sales, a metric of members. */
export const activeMembers: Metric = metricOf(GROUP, active);
