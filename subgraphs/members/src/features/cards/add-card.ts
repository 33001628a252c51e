import { isClientId, isUuid } from '@adal/service';
import type { MembersContext } from '../../context';
import type { AddCardInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { memberUnknown, touchMember } from '../profiles';
import { decideAgainOnRace, findRequest, rememberRequest, requestKey } from '../requests';
import { recordMemberSaved } from '../snapshots';
import { readCardNumber } from './card-number.rules';
import type { Card } from './card.entity';
import { cardInvalid, cardTaken } from './card.refusals';
import { giveCard, lockCard } from './give-card';

type Outcome =
  | ReturnType<typeof memberUnknown>
  | ReturnType<typeof cardInvalid>
  | ReturnType<typeof cardTaken>
  | { __typename: 'CardAdded'; card: Card; replayed: boolean };

/** Gives a member another card, once per changeId. A plastic card the member has already is a replay too. */
export async function addCard(
  ctx: MembersContext,
  { memberId, number: given, changeId }: AddCardInput,
): Promise<Outcome> {
  if (!isClientId(changeId)) return cardInvalid('changeId', 'changeId must be 1 to 64 visible characters.');
  const number = given == null ? null : readCardNumber(given);
  if (given != null && number === null)
    return cardInvalid('number', 'number must be 4 to 32 letters, digits and hyphens.');
  if (!isUuid(memberId)) return memberUnknown();
  const request = requestKey('CARD', changeId, { memberId, number });
  return decideAgainOnRace(ctx.db, async (tx): Promise<Outcome> => {
    const earlier = await findRequest(tx, request);
    if (earlier && !earlier.same)
      return cardInvalid('changeId', 'This changeId was used with other content: make a new one.');
    const existing = earlier?.subject ?? number;
    const card = existing === null ? null : await lockCard(tx, existing);
    if (card) return card.memberId === memberId ? { __typename: 'CardAdded', card, replayed: true } : cardTaken();
    if (!(await touchMember(tx, memberId))) return memberUnknown();
    const added = await giveCard(tx, memberId, number, ctx.now);
    await rememberRequest(tx, request, added.number, ctx.now);
    await recordMemberSaved(tx, memberId, ctx);
    await recordAudit(ctx, tx, { action: 'card.add', target: `member:${memberId}`, detail: { kind: added.kind } });
    return { __typename: 'CardAdded', card: added, replayed: false };
  });
}
