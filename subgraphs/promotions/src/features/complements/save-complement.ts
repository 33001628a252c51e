import { isDeepStrictEqual } from 'node:util';
import { inTransaction, isClientId } from '@adal/service';
import type { PromotionsContext } from '../../context';
import type { SaveComplementInput } from '../../generated/graphql';
import { readGoods, type GoodsProblem } from '../product-sets';
import { Complement } from './complement.entity';

export type SaveComplementOutcome =
  | { __typename: 'ComplementSaved'; complement: Complement }
  | ComplementInvalid
  | { __typename: 'ComplementChanged'; code: 'COMPLEMENT_CHANGED'; message: string; complement: Complement };

/** Saves which goods belong to which. Content that is there already is a success that changes nothing. */
export async function saveComplement(
  ctx: PromotionsContext,
  input: SaveComplementInput,
): Promise<SaveComplementOutcome> {
  const content = readComplement(input);
  if ('__typename' in content) return content;
  return inTransaction(ctx.db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`complement:${input.id}`]);
    const complements = tx.getRepository(Complement);
    const current = await complements.findOneBy({ id: input.id });
    if (current !== null) {
      const { name, goods, accessory, version } = current;
      if (isDeepStrictEqual({ name, goods, accessory }, content))
        return { __typename: 'ComplementSaved', complement: current };
      if (version !== input.version) {
        const message = 'A colleague changed it meanwhile: look at it and save again.';
        return { __typename: 'ComplementChanged', code: 'COMPLEMENT_CHANGED', message, complement: current };
      }
    }
    const version = (current?.version ?? 0) + 1;
    const complement = complements.create({ id: input.id, version, ...content, updatedAt: ctx.now });
    return { __typename: 'ComplementSaved', complement: await complements.save(complement) };
  });
}

const NAME_LENGTH_MAX = 200;

interface ComplementInvalid {
  __typename: 'ComplementInvalid';
  code: 'COMPLEMENT_INVALID';
  message: string;
  problems: GoodsProblem[];
}

type ComplementContent = Pick<Complement, 'name' | 'goods' | 'accessory'>;

function readComplement(input: SaveComplementInput): ComplementContent | ComplementInvalid {
  const { id, name, goods, accessory } = input;
  const problems: GoodsProblem[] = [];
  if (!isClientId(id)) problems.push({ field: 'id', message: 'The id must be 1 to 64 visible characters.' });
  if (name.trim() === '') problems.push({ field: 'name', message: 'The complement needs a name.' });
  if (name.length > NAME_LENGTH_MAX)
    problems.push({ field: 'name', message: `At most ${NAME_LENGTH_MAX} characters.` });
  const [bought, belongs] = [readGoods(goods, 'goods'), readGoods(accessory, 'accessory')];
  if (Array.isArray(bought)) problems.push(...bought);
  if (Array.isArray(belongs)) problems.push(...belongs);
  if (problems.length > 0 || Array.isArray(bought) || Array.isArray(belongs)) {
    const message = 'The complement cannot be saved: correct what is listed.';
    return { __typename: 'ComplementInvalid', code: 'COMPLEMENT_INVALID', message, problems };
  }
  return { name: name.trim(), goods: bought.printed, accessory: belongs.printed };
}
