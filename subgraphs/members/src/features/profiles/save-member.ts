import { newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { MemberFields } from './member-fields.rules';
import type { Child } from '../attributes';
import { nameWords } from './member-fields.rules';

/** A member to be. */
export interface NewMember extends MemberFields {
  readonly language: string;
  readonly channel: string;
  readonly registeredAt: Date;
  readonly children?: readonly Child[];
  readonly attributes?: Readonly<Record<string, string>>;
}

const COLUMNS = {
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  email: 'email',
  birthDate: 'birth_date',
  gender: 'gender',
  city: 'city',
  homeStoreId: 'home_store_id',
  language: 'language',
  status: 'status',
  children: 'children',
  attributes: 'attributes',
} as const;

/** What of a member may change after it joined. */
export type MemberChange = { [column in Exclude<keyof typeof COLUMNS, 'children' | 'attributes'>]?: string | null } & {
  children?: readonly Child[];
  attributes?: Readonly<Record<string, string>>;
};

/** Inserts a member and answers its id. A phone, e-mail or external id that somebody has makes it fail as a unique violation. */
export async function insertMember(tx: EntityManager, member: NewMember): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into member (id, external_id, first_name, last_name, phone, email, birth_date, gender, city, home_store_id,
       language, channel, registered_at, name_words, children, attributes)
     values ($1, $2, $3, $4, $5, $6, $7, coalesce($8, 'UNKNOWN'), $9, $10, $11, $12, $13, array_to_tsvector($14::text[]), $15, $16)`,
    [
      id,
      member.externalId,
      member.firstName,
      member.lastName,
      member.phone,
      member.email,
      member.birthDate,
      member.gender,
      member.city,
      member.homeStoreId,
      member.language,
      member.channel,
      member.registeredAt,
      nameWords(member.firstName, member.lastName),
      JSON.stringify(member.children ?? []),
      member.attributes ?? {},
    ],
  );
  return id;
}

/** Changes the given columns of a locked member and raises its revision. */
export async function changeMember(
  tx: EntityManager,
  member: { readonly id: string; readonly firstName: string | null; readonly lastName: string | null },
  change: MemberChange,
): Promise<void> {
  const given = (Object.keys(COLUMNS) as (keyof MemberChange)[]).filter((column) => change[column] !== undefined);
  const { firstName, lastName } = { ...member, ...change };
  const assignments = given.map((column, index) => `${COLUMNS[column]} = $${index + 3}`);
  await tx.query(
    `update member set ${['revision = revision + 1', 'name_words = array_to_tsvector($2::text[])', ...assignments].join(', ')}
     where id = $1`,
    [member.id, nameWords(firstName, lastName), ...given.map((column) => jsonOf(change[column]))],
  );
}

/** Raises the revision of a member whose cards or consents change, and keeps others from changing it meanwhile; false when there is none. */
export async function touchMember(tx: EntityManager, memberId: string): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query('update member set revision = revision + 1 where id = $1', [
    memberId,
  ]);
  return changed === 1;
}

/** Lists and records go to jsonb columns; as they are, the driver would take a list for a Postgres array. */
const jsonOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
