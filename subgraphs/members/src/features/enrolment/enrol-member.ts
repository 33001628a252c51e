import { invariant } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { EnrolMemberInput } from '../../generated/graphql';
import { attributeTypes } from '../attributes';
import { recordAudit } from '../audit';
import { cardTaken, giveCard } from '../cards';
import { saveConsents } from '../consents';
import { contactTaken, findTaken, insertMember, readingOptions, type Member } from '../profiles';
import { decideAgainOnRace, findRequest, rememberRequest, requestKey, type RequestKey } from '../requests';
import { recordMemberEnrolled } from '../snapshots';
import { decideEnrolment, readEnrolment, type Enrolment } from './enrolment.rules';

type Refusal = ReturnType<typeof enrolmentInvalid> | ReturnType<typeof contactTaken> | ReturnType<typeof cardTaken>;
type Outcome = Refusal | { __typename: 'MemberEnrolled'; member: Member; replayed: boolean };

/** Enrols a person once per enrolmentId. The same phone through several doors at once makes one member. */
export async function enrolMember(ctx: MembersContext, input: EnrolMemberInput): Promise<Outcome> {
  const read = readEnrolment(input, { ...readingOptions(ctx), types: await attributeTypes(ctx.db) });
  if ('fault' in read) return enrolmentInvalid(read.fault.field, read.fault.message);
  const { enrolment } = read;
  const request = requestKey('ENROLMENT', input.enrolmentId, enrolment);
  const decided = await decideAgainOnRace(
    ctx.db,
    async (tx): Promise<Refusal | { memberId: string; replayed: boolean }> => {
      // In this order: who finds a contact taken by a twin of this very request must find the request too.
      const taken = await findTaken(tx, enrolment);
      const earlier = await findRequest(tx, request);
      if (earlier) return earlier.same ? { memberId: earlier.subject, replayed: true } : idReused();
      const refusal = refusalOf(decideEnrolment(taken));
      return refusal ?? { memberId: await storeMember(ctx, tx, enrolment, request), replayed: false };
    },
  );
  if ('__typename' in decided) return decided;
  const member = await ctx.loaders.member.load(decided.memberId);
  invariant(member, 'An enrolled member must exist');
  return { __typename: 'MemberEnrolled', member, replayed: decided.replayed };
}

async function storeMember(
  ctx: MembersContext,
  tx: EntityManager,
  enrolment: Enrolment,
  request: RequestKey,
): Promise<string> {
  const { channel, consents, cardNumber } = enrolment;
  const language = enrolment.language ?? ctx.config.PROGRAMME_LANGUAGE;
  const memberId = await insertMember(tx, { ...enrolment, language, channel, registeredAt: ctx.now });
  await rememberRequest(tx, request, memberId, ctx.now);
  await giveCard(tx, memberId, cardNumber, ctx.now);
  await saveConsents(
    tx,
    consents.map((consent) => ({ memberId, channel: consent, given: true, changedAt: ctx.now, source: channel })),
  );
  await recordMemberEnrolled(tx, memberId, enrolment.homeStoreId ?? null, ctx);
  await recordAudit(ctx, tx, { action: 'member.enrol', target: `member:${memberId}`, detail: { channel } });
  return memberId;
}

function refusalOf(taken: ReturnType<typeof decideEnrolment>): Refusal | null {
  if (taken === 'phone' || taken === 'email') return contactTaken(taken);
  if (taken === 'cardNumber') return cardTaken();
  return taken === null
    ? null
    : enrolmentInvalid('externalId', 'Another member has this externalId: check it or leave it blank.');
}

const enrolmentInvalid = (field: string, message: string, code = 'ENROLMENT_INVALID') =>
  ({ __typename: 'EnrolmentInvalid', code, field, message }) as const;

const idReused = () =>
  enrolmentInvalid(
    'enrolmentId',
    'This enrolmentId was used with other content: make a new one.',
    'ENROLMENT_ID_REUSED',
  );
