import { inTransaction, invariant } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import { StaffMember } from '../staff';
import { hashToken, issueTokens, type SignedIn } from './session-tokens';
import { decideRefresh } from './sign-in.rules';

type Outcome = SignedIn | { __typename: 'SessionEnded'; code: 'SESSION_ENDED'; message: string };

/** New tokens for a refresh token, once; using an old one again ends the whole session. */
export async function refreshSession(ctx: MembersContext, refreshToken: string): Promise<Outcome> {
  const hash = hashToken(refreshToken);
  return inTransaction(ctx.db, async (tx): Promise<Outcome> => {
    const found = await lockSessionOf(tx, hash);
    if (!found) return ended();
    const decision = decideRefresh(found, found, ctx.now);
    if (decision === 'STOLEN') {
      await endSession(tx, found.sessionId, ctx.now);
      ctx.log.warn(
        { sessionId: found.sessionId, staffMemberId: found.staffMemberId },
        'Used refresh token came back: session ended',
      );
    }
    if (decision !== 'REFRESH') return ended();
    await tx.query('update refresh_token set used_at = coalesce(used_at, $2) where hash = $1', [hash, ctx.now]);
    const staffMember = await tx.findOneBy(StaffMember, { id: found.staffMemberId });
    invariant(staffMember, 'A session belongs to somebody');
    return issueTokens(ctx, tx, found.sessionId, staffMember);
  });
}

/** Ends the session of a refresh token; false when it was over before or never was. */
export async function signOut(ctx: MembersContext, refreshToken: string): Promise<{ ended: boolean }> {
  return inTransaction(ctx.db, async (tx) => {
    const found = await lockSessionOf(tx, hashToken(refreshToken));
    if (!found || found.endedAt || found.expiresAt <= ctx.now) return { ended: false };
    await endSession(tx, found.sessionId, ctx.now);
    return { ended: true };
  });
}

interface FoundSession {
  readonly sessionId: string;
  readonly staffMemberId: string;
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly active: boolean;
}

/** The session of a token. Its row is locked first, so that what is read of the token is what the last refresh left. */
async function lockSessionOf(tx: EntityManager, hash: string): Promise<FoundSession | null> {
  await tx.query('select from session where id = (select session_id from refresh_token where hash = $1) for update', [
    hash,
  ]);
  const rows: FoundSession[] = await tx.query(
    `select s.id as "sessionId", s.staff_member_id as "staffMemberId", t.used_at as "usedAt", s.expires_at as "expiresAt",
       s.ended_at as "endedAt", m.active
     from refresh_token t join session s on s.id = t.session_id join staff_member m on m.id = s.staff_member_id
     where t.hash = $1`,
    [hash],
  );
  return rows[0] ?? null;
}

async function endSession(tx: EntityManager, sessionId: string, now: Date): Promise<void> {
  await tx.query('update session set ended_at = $2 where id = $1', [sessionId, now]);
}

const ended = () =>
  ({ __typename: 'SessionEnded', code: 'SESSION_ENDED', message: 'The session is over: sign in again.' }) as const;
