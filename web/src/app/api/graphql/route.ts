import type { NextRequest } from 'next/server';
import { forwardToGateway } from '@/session/forward';

/** Queries and changes of our own pages. */
export function POST(request: NextRequest) {
  return forwardToGateway(request, '/graphql');
}
