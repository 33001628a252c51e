import { sayGoods, type Language } from '@adal/engine';
import type { PromotionsContext } from '../../context';
import { readGoods, type GoodsProblem } from './goods.rules';
import { skusOf } from './set-members';

/** What goods contain; the products of the sample are looked up when they are asked for. */
export interface GoodsPreview {
  __typename: 'GoodsPreview';
  count: number;
  skus: string[];
  sentence: string;
}

export type PreviewGoodsOutcome =
  GoodsPreview | { __typename: 'GoodsInvalid'; code: 'GOODS_INVALID'; message: string; problems: GoodsProblem[] };

/** Sets are not looked into here, and prices are the till's. */
const FORBIDDEN = {
  SET: 'The preview does not look into product sets.',
  PRICE: 'The preview does not look at prices: they are the till’s.',
};

/** Counts the products that goods contain now, and shows the first ones. */
export async function previewGoods(
  ctx: PromotionsContext,
  { goods, first, language }: { goods: unknown; first: number; language: Language },
): Promise<PreviewGoodsOutcome> {
  const read = readGoods(goods, '', FORBIDDEN);
  if (Array.isArray(read)) {
    const message = 'These goods cannot be looked for: correct what is listed.';
    return { __typename: 'GoodsInvalid', code: 'GOODS_INVALID', message, problems: read };
  }
  let count = 0;
  const sample: string[] = [];
  for await (const skus of skusOf(ctx.db, read.goods)) {
    count += skus.length;
    sample.push(...skus.slice(0, first - sample.length));
  }
  return { __typename: 'GoodsPreview', count, skus: sample, sentence: sayGoods(read.goods, language) };
}
