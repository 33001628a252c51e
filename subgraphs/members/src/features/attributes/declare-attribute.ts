import { AttributesDeclared, recordEvent } from '@adal/events';
import { inTransaction } from '@adal/service';
import { isDeepStrictEqual } from 'node:util';
import type { MembersContext } from '../../context';
import type { DeclareMemberAttributeInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { DeclaredAttribute, type NamedValue } from './declared-attribute.entity';

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
  const values = input.values?.map(trimmed);
  const fault = values && valuesFault(values, input.type);
  if (fault) return invalid('values', fault);
  return inTransaction(ctx.db, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('declared-attribute', 0))");
    const known = await tx.getRepository(DeclaredAttribute).findOneBy({ key });
    if (known && known.type !== input.type) return invalid('type', `is ${known.type} for good: declare another key`);
    const kept = { retired: input.retired ?? false, values: values ?? known?.values ?? [] };
    const content = { key, type: input.type, ...names, ...kept };
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

const VALUES_MAX = 100;

const trimmed = ({ value, nameRu, nameKk, nameEn }: NamedValue): NamedValue => ({
  value: value.trim(),
  nameRu: nameRu.trim(),
  nameKk: nameKk.trim(),
  nameEn: nameEn.trim(),
});

function valuesFault(values: readonly NamedValue[], type: string): string | null {
  if (values.length > 0 && type !== 'TEXT') return 'are named of a TEXT alone';
  if (values.length > VALUES_MAX) return `must be at most ${VALUES_MAX}`;
  if (values.some((one) => [one.value, one.nameRu, one.nameKk, one.nameEn].some((text) => !NAME.test(text))))
    return 'must each have a value and three names of 1 to 100 printable characters';
  if (new Set(values.map(({ value }) => value)).size < values.length) return 'must each be there once';
  return null;
}

const invalid = (field: string, fault: string) =>
  ({
    __typename: 'MemberAttributeInvalid',
    code: 'MEMBER_ATTRIBUTE_INVALID',
    field,
    message: `The field ${field} ${fault}.`,
  }) as const;
