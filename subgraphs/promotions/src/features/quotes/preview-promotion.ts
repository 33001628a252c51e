import { compile, explain, type Promotion as EnginePromotion } from '@adal/engine';
import { invariant } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { PreviewPromotionInput } from '../../generated/graphql';
import { toEngineProgramme } from '../programme';
import { readPromotion, toEnginePromotion, type PromotionInvalid } from '../promotions';
import { chooseLanguages } from './languages.rules';
import { prepareBasket, type PrepareRefusal } from './prepare-basket';
import { presentBasket, type PresentedBasket } from './present-basket.rules';

export type PreviewPromotionOutcome =
  | { __typename: 'PromotionPreview'; with: PresentedBasket; without: PresentedBasket }
  | PromotionInvalid
  | PrepareRefusal;

/** A draft has no version yet. */
const DRAFT_VERSION = 0;

/** Prices a sample basket with and without a draft. A draft stands in for the promotion that it edits. */
export async function previewPromotion(
  ctx: PromotionsContext,
  { promotion, basket }: PreviewPromotionInput,
): Promise<PreviewPromotionOutcome> {
  const content = promotion ? readPromotion(promotion) : null;
  if (content !== null && '__typename' in content) return content;
  const prepared = await prepareBasket(ctx, { ...basket, pointsToSpend: 0n });
  if (prepared.__typename !== 'PreparedBasket') return prepared;
  const languages = chooseLanguages(basket.language, prepared.member, ctx.config);
  const { programme, promotions, receiptTexts } = await ctx.pricing.at(prepared.pricingRevision);
  const id = promotion?.id.toLowerCase() ?? '';
  const others = promotions.filter((live) => live.id !== id).map(toEnginePromotion);
  const price = (offered: EnginePromotion[], texts: ReadonlyMap<string, string | null>): PresentedBasket => {
    const explained = explain(compile(offered, toEngineProgramme(programme)), prepared.basket);
    invariant(explained.__typename === 'Explanation', 'A basket that spends no points is priced');
    const { priced, untouched } = explained;
    const all = { ...priced, notApplied: [...priced.notApplied, ...untouched] };
    return presentBasket(all, { ...prepared, receiptTexts: texts }, languages);
  };
  const without = price(others, receiptTexts);
  if (content === null) return { __typename: 'PromotionPreview', with: without, without };
  const draft = toEnginePromotion({ ...content, id, version: DRAFT_VERSION });
  const texts = new Map(receiptTexts).set(id, content.receiptText);
  return { __typename: 'PromotionPreview', with: price([...others, draft], texts), without };
}
