'use client';

import { Center } from '@mantine/core';
import type { Failure } from '@/graphql/failure';
import { FailureAlert } from './failure-alert';

/** The whole office cannot be shown: who is signed in is not known. */
export function Unavailable({ failure }: { failure: Failure }) {
  return (
    <Center component="main" mih="100dvh" p="md">
      <FailureAlert failure={failure} onRetry={() => window.location.reload()} />
    </Center>
  );
}
