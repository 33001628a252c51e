import { badInput, isUuid, normaliseEmail, normalisePhone } from '@adal/service';
import type { DataSource, EntityManager } from 'typeorm';
import type { MembersContext } from '../../context';
import type { MemberKey } from '../../generated/graphql';
import { memberColumns, type Member } from './member.entity';
import { seesMember } from './member.rules';

/** The member with this key, if the actor may see it. Exactly one key must be given. */
export async function findMember(ctx: MembersContext, by: MemberKey): Promise<Member | null> {
  const given = Object.entries(by).filter(([, value]) => value != null) as [keyof MemberKey, string][];
  const [key, ...further] = given;
  if (!key || further.length > 0)
    throw badInput('Give exactly one key: id, externalId, cardNumber, phone, email or qr.');
  const member = await findByKey(ctx, key[0], key[1].trim());
  return member && seesMember(ctx.actor, member) ? member : null;
}

async function findByKey(ctx: MembersContext, key: keyof MemberKey, value: string): Promise<Member | null> {
  switch (key) {
    case 'id':
      return isUuid(value) ? ctx.loaders.member.load(value.toLowerCase()) : null;
    case 'externalId':
      return selectOne(ctx.db, 'm.external_id = $1', value);
    case 'cardNumber':
      return selectOne(
        ctx.db,
        "m.id = (select member_id from card where number = $1 and status = 'ACTIVE')",
        value.replace(/\s/g, ''),
      );
    case 'phone':
      return selectOne(
        ctx.db,
        "m.phone = $1 and m.status <> 'CLOSED'",
        normalisePhone(value, ctx.config.PROGRAMME_COUNTRY),
      );
    case 'email':
      return selectOne(ctx.db, "m.email = $1 and m.status <> 'CLOSED'", normaliseEmail(value));
    default:
      // No app shows codes yet, so nobody has this one.
      return null;
  }
}

async function selectOne(db: DataSource, condition: string, value: string | null): Promise<Member | null> {
  if (value === null) return null;
  const rows: Member[] = await db.query(`select ${memberColumns} from member m where ${condition}`, [value]);
  return rows[0] ?? null;
}

/** Members by id, in no order. */
export function listMembersById(db: DataSource | EntityManager, ids: readonly string[]): Promise<Member[]> {
  return db.query(`select ${memberColumns} from member m where m.id = any($1::uuid[])`, [ids]);
}

/** Reads a member and keeps others from changing it until the transaction ends. */
export async function lockMember(tx: EntityManager, id: string): Promise<Member | null> {
  if (!isUuid(id)) return null;
  const rows: Member[] = await tx.query(`select ${memberColumns} from member m where m.id = $1 for update`, [id]);
  return rows[0] ?? null;
}

/** What only one member may have. */
export interface UniqueKeys {
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly cardNumber?: string | null;
  readonly externalId?: string | null;
}

/** Which of these keys somebody (else than `exceptId`) has. */
export async function findTaken(
  tx: EntityManager,
  keys: UniqueKeys,
  exceptId: string | null = null,
): Promise<Set<keyof UniqueKeys>> {
  const rows: { key: keyof UniqueKeys }[] = await tx.query(
    `select 'phone' as key from member where phone = $1 and status <> 'CLOSED' and id is distinct from $5
     union all select 'email' from member where email = $2 and status <> 'CLOSED' and id is distinct from $5
     union all select 'cardNumber' from card where number = $3 and member_id is distinct from $5
     union all select 'externalId' from member where external_id = $4 and id is distinct from $5`,
    [keys.phone, keys.email, keys.cardNumber, keys.externalId, exceptId],
  );
  return new Set(rows.map((row) => row.key));
}
