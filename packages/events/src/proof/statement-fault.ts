const SENTENCES = {
  NOT_A_STATEMENT: ({ detail }: Named) => `It is not a statement: ${detail}`,
  BLOCK_CHANGED: ({ block }: Named) => `Block ${block} has another root than it must have.`,
  BLOCK_MISSING: ({ entry, block }: Named) => `Entry ${entry}: block ${block} is not in the statement.`,
  ENTRY_UNREADABLE: () => 'An entry cannot be read.',
  ENTRY_OF_ANOTHER: ({ entry }: Named) => `Entry ${entry} is of another member.`,
  ENTRY_CHANGED: ({ entry, block }: Named) => `Entry ${entry} was changed, or its path is not that of block ${block}.`,
  ENTRY_MISSING: ({ entry }: Named) => `Entry ${entry} is missing: another stands in its place.`,
  ENTRY_DOES_NOT_ADD_UP: ({ entry }: Named) =>
    `Entry ${entry} does not lead from the wallet before it to the one after.`,
  OPENING_WRONG: () => 'The opening wallet is not what the entry before says.',
  CLOSING_WRONG: ({ entry }: Named) => `The closing wallet is not that after entry ${entry}.`,
  OTHER_KEY: ({ detail }: Named) => `It names key ${detail}, which is not the key given.`,
  NOT_SIGNED: () => 'The signature is not the ledger’s over these wallets and blocks.',
} as const;

interface Named {
  /** The entry's number in the wallet. */
  readonly entry?: string;
  /** The block's height. */
  readonly block?: number;
  readonly detail?: string;
}

/** What is wrong with a statement, and where. */
export interface StatementFault extends Named {
  readonly kind: keyof typeof SENTENCES;
}

/** The fault as an English sentence. */
export const tellStatementFault = (fault: StatementFault): string => SENTENCES[fault.kind](fault);
