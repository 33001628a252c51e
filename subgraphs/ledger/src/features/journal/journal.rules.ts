import { WALLET_ACCOUNTS, type AccountKind } from './account-kinds';
import type { JournalEntryRow } from './journal-entry.entity';
import type { PostingRow } from './posting.entity';

/** What one account gains by an entry. */
export interface AccountMovement {
  readonly account: string;
  readonly amount: bigint;
}

/** An entry by account: member/…/available, programme/issued/<legal entity>. Sums to zero, for every posting has two sides. */
export function movementsOf(entry: JournalEntryRow, postings: readonly PostingRow[]): AccountMovement[] {
  const gained = new Map<string, bigint>();
  const add = (account: string, amount: bigint): void => void gained.set(account, (gained.get(account) ?? 0n) + amount);
  for (const { source, destination, legalEntity, amountMinor } of postings) {
    add(accountName(source, entry.memberId, legalEntity), -amountMinor);
    add(accountName(destination, entry.memberId, legalEntity), amountMinor);
  }
  return [...gained].filter(([, amount]) => amount !== 0n).map(([account, amount]) => ({ account, amount }));
}

function accountName(kind: AccountKind, memberId: string, legalEntity: string): string {
  const isWallet = (WALLET_ACCOUNTS as readonly string[]).includes(kind);
  return isWallet ? `member/${memberId}/${kind.toLowerCase()}` : `programme/${kind.toLowerCase()}/${legalEntity}`;
}
