import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Consent } from './consent.entity';

const columns = 'member_id as "memberId", channel, given, changed_at as "changedAt", source';

/** Consents of members by channel, batched per request. */
export function consentsOfMemberLoader(db: DataSource): DataLoader<string, Consent[]> {
  return new DataLoader(async (memberIds) => {
    const consents: Consent[] = await db.query(
      `select ${columns} from consent where member_id = any($1::uuid[]) order by channel`,
      [memberIds],
    );
    const byMember = Map.groupBy(consents, (consent) => consent.memberId);
    return memberIds.map((memberId) => byMember.get(memberId) ?? []);
  });
}

/** The consent of a member for a channel, if it ever gave or refused one. */
export async function findConsent(tx: EntityManager, memberId: string, channel: string): Promise<Consent | null> {
  const rows: Consent[] = await tx.query(`select ${columns} from consent where member_id = $1 and channel = $2`, [
    memberId,
    channel,
  ]);
  return rows[0] ?? null;
}

/** Stores consents; the latest word of a channel replaces the one before. */
export async function saveConsents(tx: EntityManager, consents: readonly Consent[]): Promise<void> {
  if (consents.length === 0) return;
  await tx.query(
    `insert into consent (member_id, channel, given, changed_at, source)
     select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::text[])
     on conflict (member_id, channel) do update
     set given = excluded.given, changed_at = excluded.changed_at, source = excluded.source`,
    [
      consents.map((consent) => consent.memberId),
      consents.map((consent) => consent.channel),
      consents.map((consent) => consent.given),
      consents.map((consent) => consent.changedAt),
      consents.map((consent) => consent.source),
    ],
  );
}
