import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

type RequestKind = 'ENROLMENT' | 'MEMBER_CHANGE' | 'CARD';

/** A client's request: the id it made, and a hash of what it asked for. */
export interface RequestKey {
  readonly kind: RequestKind;
  readonly id: string;
  readonly contentHash: string;
}

/** What became of an earlier request with the same id. */
export type EarlierRequest = { readonly same: true; readonly subject: string } | { readonly same: false };

/** Names a request; equal content gives an equal hash, whatever the order of its fields. Absent and null are the same. */
export function requestKey(kind: RequestKind, id: string, content: object): RequestKey {
  const entries = Object.entries(content).filter(([, value]) => value != null);
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return { kind, id, contentHash: createHash('sha256').update(JSON.stringify(sorted)).digest('hex') };
}

/** The earlier request with this id, if any. */
export async function findRequest(
  tx: EntityManager,
  { kind, id, contentHash }: RequestKey,
): Promise<EarlierRequest | null> {
  const rows: { content_hash: string; subject: string }[] = await tx.query(
    'select content_hash, subject from client_request where kind = $1 and id = $2',
    [kind, id],
  );
  const [row] = rows;
  if (!row) return null;
  return row.content_hash === contentHash ? { same: true, subject: row.subject } : { same: false };
}

/** Remembers what a request did. Its key is unique: of two at once the second fails and is decided again. */
export async function rememberRequest(tx: EntityManager, key: RequestKey, subject: string, now: Date): Promise<void> {
  await tx.query(
    'insert into client_request (kind, id, content_hash, subject, created_at) values ($1, $2, $3, $4, $5)',
    [key.kind, key.id, key.contentHash, subject, now],
  );
}
