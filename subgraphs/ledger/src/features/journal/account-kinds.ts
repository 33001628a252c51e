/** Accounts of a member's wallet. */
export const WALLET_ACCOUNTS = ['AVAILABLE', 'PENDING', 'HELD'] as const;
/** Accounts of the programme, one for each legal entity. */
const PROGRAMME_ACCOUNTS = ['ISSUED', 'REDEEMED', 'EXPIRED', 'ADJUSTED', 'MIGRATED', 'OWED'] as const;
/** Every account, in the order in which people read them. */
export const ACCOUNTS = [...WALLET_ACCOUNTS, ...PROGRAMME_ACCOUNTS] as const;

export type AccountKind = (typeof ACCOUNTS)[number];
