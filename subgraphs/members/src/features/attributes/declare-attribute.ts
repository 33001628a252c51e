import { AttributesDeclared, recordEvent } from '@adal/events';
import { inTransaction } from '@adal/service';
import { isDeepStrictEqual } from 'node:util';
import type { MembersContext } from '../../context';
import type { DeclareMemberAttributeInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { DeclaredAttribute } from './declared-attribute.entity';

type Outcome = { __typename: 'MemberAttributeDeclared'; attribute: DeclaredAttribute } | ReturnType<typeof invalid>;

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const NAME = /^[^\p{Cc}]{1,100}$/u;
/** What a profile has anyway. */
const TAKEN = new Set(['children']);

/** Declares an attribute. As it is already it changes nothing; its type never changes, since values are written in it. */
export async function declareAttribute(ctx: MembersContext, input: DeclareMemberAttributeInput): Promise<Outcome> {
  const key = input.key.trim();
  if (!KEY.test(key) || TAKEN.has(key)) {
    return invalid('key', 'must be 1 to 40 small letters, digits and underscores, and no field of a profile');
  }
  const names = { nameRu: input.nameRu.trim(), nameKk: input.nameKk.trim(), nameEn: input.nameEn.trim() };
  const nameless = Object.entries(names).find(([, name]) => !NAME.test(name));
  if (nameless) return invalid(nameless[0], 'must be 1 to 100 printable characters');
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('declared-attribute', 0))");
    const known = await tx.getRepository(DeclaredAttribute).findOneBy({ key });
    if (known && known.type !== input.type) return invalid('type', `is ${known.type} for good: declare another key`);
    const content = { key, type: input.type, ...names, retired: input.retired ?? false };
    const attribute = { ...content, revision: known?.revision ?? 0 };
    if (known && isDeepStrictEqual({ ...known }, attribute))
      return { __typename: 'MemberAttributeDeclared', attribute };
    attribute.revision += 1;
    await tx.getRepository(DeclaredAttribute).save(attribute);
    const { type, revision, retired } = attribute;
    await recordEvent(tx, AttributesDeclared, { attributes: [{ key, revision, type, retired }] }, ctx);
    await recordAudit(ctx, tx, { action: 'attribute.declare', target: `attribute:${key}`, detail: { type } });
    return { __typename: 'MemberAttributeDeclared', attribute };
  });
}

const invalid = (field: string, fault: string) =>
  ({
    __typename: 'MemberAttributeInvalid',
    code: 'MEMBER_ATTRIBUTE_INVALID',
    field,
    message: `The field ${field} ${fault}.`,
  }) as const;
