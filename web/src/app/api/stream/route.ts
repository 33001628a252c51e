import type { NextRequest } from 'next/server';
import { forwardToGateway } from '@/session/forward';

/** Live fields of our own pages, as server-sent events. */
export function POST(request: NextRequest) {
  return forwardToGateway(request, '/graphql/stream');
}
