import { inTransaction } from '@adal/service';
import type { MembersContext } from '../../context';
import type { SetConsentInput } from '../../generated/graphql';
import { recordAudit } from '../audit';
import { lockMember, memberUnknown, touchMember } from '../profiles';
import { recordMemberSaved } from '../snapshots';
import { CONSENT_CHANNELS, type Consent } from './consent.entity';
import { findConsent, saveConsents } from './consent.queries';

type Outcome =
  | { __typename: 'ConsentRecorded'; consent: Consent }
  | { __typename: 'ConsentInvalid'; code: 'CONSENT_INVALID'; field: string; message: string }
  | ReturnType<typeof memberUnknown>;

/** Records a consent or its withdrawal. Saying the same again changes nothing. */
export async function setConsent(ctx: MembersContext, input: SetConsentInput): Promise<Outcome> {
  const { memberId, channel, given, source } = input;
  if (!CONSENT_CHANNELS.includes(channel))
    return consentInvalid('channel', `channel must be one of ${CONSENT_CHANNELS.join(', ')}.`);
  if (!/^[A-Z_]{1,40}$/.test(source))
    return consentInvalid('source', 'source must be a word in capitals such as BACK_OFFICE.');
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    // First the member's row: of two at once the second sees what the first recorded.
    if (!(await lockMember(tx, memberId))) return memberUnknown();
    const before = await findConsent(tx, memberId, channel);
    if (before?.given === given) return { __typename: 'ConsentRecorded', consent: before };
    const consent: Consent = { memberId, channel, given, changedAt: ctx.now, source };
    await touchMember(tx, memberId);
    await saveConsents(tx, [consent]);
    await recordMemberSaved(tx, memberId, ctx);
    await recordAudit(ctx, tx, { action: 'consent.set', target: `member:${memberId}`, detail: { channel, given } });
    return { __typename: 'ConsentRecorded', consent };
  });
}

const consentInvalid = (field: string, message: string) =>
  ({ __typename: 'ConsentInvalid', code: 'CONSENT_INVALID', field, message }) as const;
