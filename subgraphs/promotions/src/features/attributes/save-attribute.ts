import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { SaveProductAttributeInput } from '../../generated/graphql';
import { ProductAttribute } from '../catalogue';
import { readAttributeContent, type ProductAttributeInvalid } from './attribute.rules';
import { rereadValues } from './reread-values';

export type SaveAttributeOutcome =
  | { __typename: 'ProductAttributeSaved'; attribute: ProductAttribute; products: number }
  | {
      __typename: 'ProductAttributeChanged';
      code: 'PRODUCT_ATTRIBUTE_CHANGED';
      message: string;
      attribute: ProductAttribute;
    }
  | ProductAttributeInvalid;

/** Declares an attribute and reads what products say of it. Content that is there already is a success that changes nothing. */
export async function saveAttribute(
  ctx: PromotionsContext,
  input: SaveProductAttributeInput,
): Promise<SaveAttributeOutcome> {
  const content = readAttributeContent(input);
  if ('__typename' in content) return content;
  return inTransaction(ctx.db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`attribute:${content.key}`]);
    const attributes = tx.getRepository(ProductAttribute);
    const current = await attributes.findOneBy({ key: content.key });
    if (current !== null) {
      const { version, updatedAt: _, ...known } = current;
      if (isDeepStrictEqual({ ...known }, content)) {
        return { __typename: 'ProductAttributeSaved', attribute: current, products: 0 };
      }
      if (version !== input.version) {
        const message = 'A colleague changed the attribute meanwhile: look at it and save again.';
        return {
          __typename: 'ProductAttributeChanged',
          code: 'PRODUCT_ATTRIBUTE_CHANGED',
          message,
          attribute: current,
        };
      }
    }
    const version = (current?.version ?? 0) + 1;
    const attribute = await attributes.save(attributes.create({ ...content, version, updatedAt: ctx.now }));
    return { __typename: 'ProductAttributeSaved', attribute, products: await rereadValues(tx, attribute, ctx) };
  });
}
