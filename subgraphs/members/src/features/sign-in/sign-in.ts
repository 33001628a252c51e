import { inTransaction, newId, normaliseEmail } from '@adal/service';
import type { MembersContext } from '../../context';
import type { SignInInput } from '../../generated/graphql';
import { StaffMember, verifyPassword } from '../staff';
import { issueTokens, type SignedIn } from './session-tokens';
import { beginTry, endTry } from './throttle';

type Outcome = SignedIn | { __typename: 'SignInRefused'; code: 'SIGN_IN_REFUSED' | 'SIGN_IN_SLOWED'; message: string };

/** Signs staff in. Unknown e-mail, wrong password and a deactivated person get the same answer in the same time. */
export async function signIn(ctx: MembersContext, { email: typed, password }: SignInInput): Promise<Outcome> {
  const email = normaliseEmail(typed) ?? '';
  const keys = [`email:${email}`, ...(ctx.clientAddress ? [`address:${ctx.clientAddress}`] : [])];
  if (!(await beginTry(ctx.db, keys, ctx.now)))
    return refused('SIGN_IN_SLOWED', 'Too many tries: wait a minute and try again.');
  const staffMember = await ctx.db.manager.findOneBy(StaffMember, { email, active: true });
  if (!(await verifyPassword(staffMember?.passwordHash ?? null, password)) || !staffMember) {
    ctx.log.warn({ clientAddress: ctx.clientAddress }, 'Sign-in refused');
    return refused('SIGN_IN_REFUSED', 'E-mail and password do not fit.');
  }
  return inTransaction(ctx.db, async (tx) => {
    await endTry(tx, keys);
    const sessionId = newId();
    await tx.query('insert into session (id, staff_member_id, created_at, expires_at) values ($1, $2, $3, $3)', [
      sessionId,
      staffMember.id,
      ctx.now,
    ]);
    await tx.update(StaffMember, staffMember.id, { lastSignInAt: ctx.now });
    return issueTokens(ctx, tx, sessionId, { ...staffMember, lastSignInAt: ctx.now });
  });
}

const refused = (code: 'SIGN_IN_REFUSED' | 'SIGN_IN_SLOWED', message: string) =>
  ({ __typename: 'SignInRefused', code, message }) as const;
