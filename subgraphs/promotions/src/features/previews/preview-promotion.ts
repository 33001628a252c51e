import {
  compile,
  explain,
  sentenceOf,
  type Explanation,
  type Language,
  type Promotion as EnginePromotion,
} from '@adal/engine';
import { invariant } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { PreviewPromotionInput } from '../../generated/graphql';
import { getPricingRevision } from '../pricing';
import { toEngineProgramme } from '../programme';
import { readPromotion, type PromotionInvalid } from '../promotions';
import {
  chooseLanguages,
  prepareBasket,
  presentBasket,
  presentNotApplied,
  type Languages,
  type PreparedBasket,
  type PrepareRefusal,
  type PresentedBasket,
} from '../quotes';

export type TracedBasket = PresentedBasket & Pick<ReturnType<typeof traceOf>, 'heldOut' | 'trace'>;

export type PreviewPromotionOutcome =
  { __typename: 'PromotionPreview'; with: TracedBasket; without: TracedBasket } | PromotionInvalid | PrepareRefusal;

/** A draft has no version yet. */
const DRAFT_VERSION = 0;

/** Prices a sample basket with and without a draft. A draft stands in for the promotion that it edits. */
export async function previewPromotion(
  ctx: PromotionsContext,
  { promotion, basket }: PreviewPromotionInput,
): Promise<PreviewPromotionOutcome> {
  const content = promotion ? readPromotion(promotion) : null;
  if (content !== null && '__typename' in content) return content;
  const { programme, promotions } = await ctx.pricing.at(await getPricingRevision(ctx.db));
  const id = promotion?.id.toLowerCase() ?? '';
  const others = promotions.filter((live) => live.id !== id);
  const drafts = content === null ? [] : [{ ...content.definition, id, version: DRAFT_VERSION, name: content.name }];
  // A draft may need facts that nothing which runs does.
  const { needs } = compile([...others, ...drafts], toEngineProgramme(programme));
  const prepared = await prepareBasket(ctx, { ...basket, pointsToSpend: 0n }, needs);
  if (prepared.__typename !== 'PreparedBasket') return prepared;
  const languages = chooseLanguages(basket.language, prepared.member, ctx.config);
  const price = (offered: readonly EnginePromotion[]): TracedBasket => {
    const explained = explain(compile(offered, toEngineProgramme(programme)), prepared.basket);
    invariant(explained.__typename === 'Explanation', 'A basket that spends no points is priced');
    return presentExplained(explained, prepared, languages, offered);
  };
  const without = price(others);
  if (content === null) return { __typename: 'PromotionPreview', with: without, without };
  return { __typename: 'PromotionPreview', with: price([...others, ...drafts]), without };
}

function presentExplained(
  explained: Explanation,
  prepared: PreparedBasket,
  languages: Languages,
  offered: readonly EnginePromotion[],
): TracedBasket {
  const { priced, untouched } = explained;
  const all = { ...priced, notApplied: () => [...priced.notApplied, ...untouched] };
  return { ...presentBasket(all, prepared, languages), ...traceOf(explained, offered, languages.reasons) };
}

/** Who was held out, and of each line what missed it and why. */
function traceOf({ priced, lines }: Explanation, offered: readonly EnginePromotion[], language: Language) {
  const names = new Map(offered.map(({ id, name }) => [id, name]));
  const missedOf = ({ promotionId, because }: Explanation['lines'][number]['missed'][number]) => ({
    promotionId,
    name: names.get(promotionId) ?? '',
    reason: sentenceOf(because, language),
  });
  return {
    heldOut: priced.heldOut.map((one) => presentNotApplied(one, language)),
    trace: lines.map(({ lineNo, missed }) => ({ lineNo, missed: missed.map(missedOf) })),
  };
}
