import { Skeleton, Stack } from '@mantine/core';

/** While the first data of a page is awaited. */
export default function Loading() {
  return (
    <Stack gap="md" aria-busy>
      <Skeleton h={24} w={200} />
      <Skeleton h={36} />
      <Skeleton h={320} />
    </Stack>
  );
}
