'use client';

import { Stack } from '@mantine/core';
import { BooksPage } from './books-page';
import { ChainHead } from './chain-head';
import { CheckStatement } from './check-statement';
import { VerifyLedger } from './verify-ledger';

/** Proof that nobody rewrote the books: the check of them, of a statement, and the end of the chain to keep elsewhere. */
export function Check() {
  return (
    <BooksPage part="check">
      <Stack gap="sm" maw={860}>
        <VerifyLedger />
        <CheckStatement />
        <ChainHead />
      </Stack>
    </BooksPage>
  );
}
