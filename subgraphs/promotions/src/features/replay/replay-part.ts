import { checkBasket, type MemberFacts } from '@adal/engine';
import { pastReceiptOf } from '../receipts';
import { countMember, countReceipt, noFigures, type Effect, type Figures } from '../simulation-figures';
import { compareWorlds } from './compare.rules';
import type { LabelledGoods } from './known-goods';
import { findMembers, findPastPurchases, type PastPurchases } from './member-facts.queries';
import { MemberPast } from './member-past';
import { costsOf, keptReceiptOf, pastBasketOf } from './past-basket.rules';
import { lookBackFrom, readReceipts, type ReceiptRowText } from './receipt-rows.queries';
import type { Setting } from './replayer';
import type { Part } from './scene';

/** Whoever is being replayed: all their receipts come one after another. */
interface CurrentMember {
  readonly id: string;
  /** Null for one who could not buy today. */
  readonly facts: MemberFacts | null;
  readonly past: MemberPast;
  readonly effects: Effect[];
}

/** Prices every receipt of a part in both worlds and sums up. Holds a page of receipts and one member's past at a time. */
export async function replayPart(setting: Setting, part: Part): Promise<Figures> {
  const { db, extent, needs } = setting;
  const figures = noFigures();
  let member: CurrentMember | null = null;
  for await (const page of readReceipts(db, part, extent, needs.historyDays)) {
    const [goods, people] = await Promise.all([goodsOf(setting, page), peopleOf(setting, page)]);
    for (const row of page) {
      if (member !== null && row.memberId !== member.id) finish(figures, member);
      if (row.memberId !== null && row.memberId !== member?.id) member = people.begin(row.memberId);
      if (row.isWanted && row.lineNos !== '') replayReceipt(setting, figures, { row, member, goods });
      if (!row.isReturned) member?.past.pass(row.at, () => pastReceiptOf(keptReceiptOf(row), goods));
    }
  }
  if (member !== null) finish(figures, member);
  return figures;
}

const finish = (figures: Figures, { id, effects }: CurrentMember): void => countMember(figures, id, effects);

const goodsOf = ({ goods }: Setting, page: readonly ReceiptRowText[]): Promise<ReadonlyMap<number, LabelledGoods>> =>
  goods.of(page.flatMap(({ labels }) => (labels === '' ? [] : labels.split(',').map(Number))));

async function peopleOf({ db, needs, extent }: Setting, page: readonly ReceiptRowText[]) {
  const ids = [...new Set(page.flatMap(({ memberId }) => memberId ?? []))];
  const [members, pasts] = await Promise.all([
    findMembers(db, ids, needs),
    needs.purchaseCount || needs.lastPurchase
      ? findPastPurchases(db, ids, lookBackFrom(extent, needs.historyDays))
      : new Map<string, PastPurchases>(),
  ]);
  const begin = (id: string): CurrentMember => {
    const { count, lastAt } = pasts.get(id) ?? { count: 0, lastAt: null };
    return { id, facts: members.get(id) ?? null, past: new MemberPast(needs, count, lastAt), effects: [] };
  };
  return { begin };
}

interface Replayed {
  readonly row: ReceiptRowText;
  readonly member: CurrentMember | null;
  readonly goods: ReadonlyMap<number, LabelledGoods>;
}

function replayReceipt(setting: Setting, figures: Figures, { row, member, goods }: Replayed): void {
  const { unknowns } = figures;
  const store = setting.stores.get(row.storeId);
  if (row.isReturned) return void (unknowns.returned += 1);
  if (store === undefined) return void (unknowns.ofUnknownStores += 1);
  if (member !== null && member.facts === null) return void (unknowns.ofUnknownMembers += 1);
  const facts = member?.facts ? member.past.at(row.at, member.facts) : null;
  const basket = pastBasketOf(row, { store, holidays: setting.holidays, member: facts, goods });
  if (checkBasket(basket.lines) !== null) return void (unknowns.unpriceable += 1);
  if (row.tenders === null && (setting.without.asksTender(basket) || setting.draft.asksTender(basket)))
    unknowns.tender += 1;
  const { id, at, day, storeId, memberId } = row;
  const receipt = { id, at, day, storeId, memberId, costs: costsOf(row, goods) };
  const compared = compareWorlds(setting.without, setting.draft, basket);
  const effect = countReceipt(figures, receipt, compared, setting.draftIds);
  member?.effects.push(effect);
}
