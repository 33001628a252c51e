import type { EntityManager } from 'typeorm';

/** Adds lines to the history of codes. */
export async function insertChanges(
  tx: EntityManager,
  changes: readonly {
    code: string;
    what: string;
    at: Date;
    purchaseId?: string | null;
    memberId?: string | null;
    authorName?: string | null;
  }[],
): Promise<void> {
  await tx.query(
    `insert into coupon_change (code, what, at, purchase_id, member_id, author_name)
     select code, what, at, "purchaseId", "memberId", "authorName" from jsonb_to_recordset($1::jsonb)
       as row(code text, what text, at timestamptz, "purchaseId" text, "memberId" uuid, "authorName" text)`,
    [JSON.stringify(changes)],
  );
}
