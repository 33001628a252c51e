'use client';

import { Stack } from '@mantine/core';
import { BooksPage } from './books-page';
import { ChainHead } from './chain-head';
import { VerifyLedger } from './verify-ledger';

/** Proof that nobody rewrote the books: the check of them, and the end of the chain to keep elsewhere. */
export function Check() {
  return (
    <BooksPage part="check">
      <Stack gap="sm" maw={860}>
        <VerifyLedger />
        <ChainHead />
      </Stack>
    </BooksPage>
  );
}
