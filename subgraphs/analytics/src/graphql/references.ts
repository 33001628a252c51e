/** A member of the members context, by id. */
export interface MemberReference {
  readonly id: string;
}

/** A store of the ledger, by id. */
export interface StoreReference {
  readonly id: string;
}
