import type { PostingRow } from './posting.entity';

/** An account as a person reads it: member/…/available or programme/issued/<legal entity>. */
export function accountName({
  account,
  memberId,
  legalEntity,
}: Pick<PostingRow, 'account' | 'memberId' | 'legalEntity'>): string {
  const kind = account.toLowerCase();
  return memberId === null ? `programme/${kind}/${legalEntity ?? ''}` : `member/${memberId}/${kind}`;
}
