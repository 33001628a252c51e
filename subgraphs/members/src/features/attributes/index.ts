import type { AttributeType } from '@adal/events';
import { readSdl } from '@adal/service';
import type { DataSource } from 'typeorm';
import { attributesResolvers } from './attributes.resolvers';
import { DeclaredAttribute } from './declared-attribute.entity';

/** What the chain keeps of its members beyond the usual. */
export const attributes = { typeDefs: readSdl(__dirname, 'attributes.graphql'), resolvers: attributesResolvers };

export { changedAttributes, readTraits, type Child, type Traits } from './traits.rules';
export { ATTRIBUTE_FAULTS, readAttribute, readFlag } from './attribute-value.rules';
export { DeclaredAttribute, type NamedValue } from './declared-attribute.entity';

/** The types of declared attributes, by key. */
export async function attributeTypes(db: DataSource): Promise<ReadonlyMap<string, AttributeType>> {
  const declared = await db.getRepository(DeclaredAttribute).find();
  return new Map(declared.map(({ key, type }) => [key, type]));
}
