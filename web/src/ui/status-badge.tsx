'use client';

import { Badge } from '@mantine/core';
import { useEnumLabel, type EnumName } from './use-enum-label';

const colors: Record<string, string> = {
  ACTIVE: 'teal',
  RUNNING: 'teal',
  SENT: 'teal',
  SALE: 'teal',
  OPEN: 'teal',
  BOOKED: 'teal',
  PENDING: 'yellow',
  PROPOSED: 'yellow',
  SCHEDULED: 'blue',
  QUEUED: 'blue',
  SENDING: 'blue',
  PAUSED: 'yellow',
  SUPPRESSED: 'yellow',
  RETURN: 'orange',
  BLOCKED: 'red',
  REJECTED: 'red',
  FAILED: 'red',
};

/** A state in words, with a dot to find it by. */
export function StatusBadge({ kind, status }: { kind: EnumName; status: string }) {
  return <Badge color={colors[status] ?? 'gray'}>{useEnumLabel(kind)(status)}</Badge>;
}
