import { inTransaction } from '@adal/service';
import type { MembersContext } from '../../context';
import type { BlockCardInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { touchMember } from '../profiles';
import { recordMemberSaved } from '../snapshots';
import type { Card } from './card.entity';
import { cardUnknown } from './card.refusals';
import { lockCard } from './give-card';

type Outcome = ReturnType<typeof cardUnknown> | { __typename: 'CardBlocked'; card: Card };

/** Blocks a card; blocking it twice is a success. */
export async function blockCard(ctx: MembersContext, { number, reason }: BlockCardInput): Promise<Outcome> {
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    const card = await lockCard(tx, number.replace(/\s/g, ''));
    if (!card) return cardUnknown();
    if (card.status === 'BLOCKED') return { __typename: 'CardBlocked', card };
    await tx.query("update card set status = 'BLOCKED' where number = $1", [card.number]);
    await touchMember(tx, card.memberId);
    await recordMemberSaved(tx, card.memberId, ctx);
    await recordAudit(ctx, tx, {
      action: 'card.block',
      target: `card:${card.number}`,
      detail: { reason: reason.slice(0, 500) },
    });
    return { __typename: 'CardBlocked', card: { ...card, status: 'BLOCKED' } };
  });
}
