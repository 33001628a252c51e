import { checkDefinition, printDefinition, type Definition } from '@adal/engine';
import type { BookedReceipt } from '@adal/events';
import { newId } from '@adal/service';
import fc from 'fast-check';
import { promotionsArb } from '../../../../../packages/engine/src/test/arbitraries';
import { quotePurchase } from '../quotes/quote-purchase';
import type { Extent, Scene } from '../replay';
import { addFigures, noFigures, type Figures } from '../simulation-figures';
import { replayer } from '../replay/replayer';
import { aPromotion } from '../../../test/builders';
import { NOW, startPromotions, type Promotions } from '../../../test/harness';
import { haveHistory, PERIOD } from '../../../test/replaying';
import { planParts } from './simulation.queries';
import { stagePromotions } from './stage-promotions';

const SAVE = `mutation ($input: SavePromotionInput!, $id: ID!) { saved: savePromotion(input: $input) { __typename ... on PromotionInvalid { problems { message } } }
  begun: setPromotionStatus(input: { id: $id, status: "RUNNING" }) { __typename ... on UserError { message } } }`;
const FORGET_PROMOTIONS =
  'truncate promotion, promotion_version, promotion_turn; update pricing_revision set revision = revision + 1';
const RECEIPTS = 60;

let promotions: Promotions;
let sales: BookedReceipt[];
beforeAll(async () => {
  promotions = await startPromotions();
  sales = await haveHistory(promotions, RECEIPTS);
});
afterAll(() => promotions.stop());

/** What tills would be told of the same baskets, one quote after another. */
async function quoteAll(draftId: string) {
  const sums = { discount: 0n, revenue: 0n, points: 0n, draftDiscount: 0n, draftPoints: 0n, draftReceipts: 0 };
  for (const sale of sales) {
    const answer = await quotePurchase(promotions.context(), {
      storeId: sale.storeId,
      member: sale.memberId === null ? null : { id: sale.memberId },
      // Just before: what is bought now was not bought before.
      occurredAt: new Date(Date.parse(sale.occurredAt) - 1),
      channel: sale.channel,
      tenders: (sale.payments ?? []).map(({ tender, amountMinor }, index, all) => ({
        kind: tender,
        amount: index === all.length - 1 ? null : BigInt(amountMinor),
      })),
      lines: sale.lines.map(({ lineNo, sku, quantityMilli, priceMinor }) => ({
        lineNo,
        sku,
        quantity: BigInt(quantityMilli),
        price: BigInt(priceMinor),
      })),
    });
    if (answer.__typename !== 'PurchaseQuote') throw new Error(answer.message);
    sums.discount += answer.discount;
    sums.revenue += answer.payable;
    sums.points += answer.pointsEarned;
    const applied = answer.applied.find(({ promotionId }) => promotionId === draftId);
    if (applied === undefined) continue;
    sums.draftReceipts += 1;
    sums.draftDiscount += applied.discount;
    sums.draftPoints += applied.pointsEarned;
  }
  return sums;
}

async function save(definition: Definition, id: string): Promise<void> {
  const input = aPromotion({ id, definition: printDefinition(definition) });
  const { data } = await promotions.ask(SAVE, { input, id });
  expect(data).toEqual({ saved: { __typename: 'PromotionSaved' }, begun: { __typename: 'PromotionSaved' } });
}

/** What nobody can save, such as conditions that contradict one another, is not replayed either. */
const savable = promotionsArb.filter((all) => all.every((one) => checkDefinition(always(one)).length === 0));

/** A promotion that began long ago and goes on. */
const always = <T extends Definition>(definition: T): T => ({
  ...definition,
  schedule: { ...definition.schedule, from: null, until: null },
});

describe('a replay', () => {
  it('comes to what live quotes of the same baskets come to, before the draft is published and after, to the tiyn', async () => {
    let given = 0;
    await fc.assert(
      fc.asyncProperty(savable, savable, async (running, [draft]) => {
        if (draft === undefined) return;
        await promotions.db.query(FORGET_PROMOTIONS);
        for (const one of running) await save(always(one), newId());
        const draftId = newId();
        const asked = { drafts: [{ promotionId: draftId, name: 'Draft', definition: null }], ...PERIOD, ...WHOLE };
        const scene = await stagePromotions(promotions.db, { asked, definitions: [draft] }, NOW);
        const before = await quoteAll(draftId);
        await save(always(draft), draftId);
        const after = await quoteAll(draftId);

        const { all, drafts } = await replay(scene, asked);

        expect(all.receipts).toBe(RECEIPTS);
        expect(all.before).toMatchObject({ discount: before.discount, revenue: before.revenue, points: before.points });
        expect(all.after).toMatchObject({ discount: after.discount, revenue: after.revenue, points: after.points });
        const { receipts, discount, points } = drafts[draftId] ?? { receipts: 0, discount: 0n, points: 0n };
        expect(receipts).toBe(after.draftReceipts);
        expect(discount).toBe(after.draftDiscount);
        expect(points).toBe(after.draftPoints);
        given += receipts;
      }),
      { numRuns: 20 },
    );
    expect(given).toBeGreaterThan(RECEIPTS);
  });
});

const WHOLE = { storeIds: null, samplePercent: 100, baseline: 'NOW' } as const;

/** In parts of a few receipts, in any order. */
async function replay(scene: Scene, extent: Extent): Promise<Figures> {
  const replaying = await replayer(promotions.db, scene, extent);
  const sum = noFigures();
  for (const part of (await planParts(promotions.db, extent, 9)).reverse())
    addFigures(sum, await replaying.replay(part));
  return sum;
}
