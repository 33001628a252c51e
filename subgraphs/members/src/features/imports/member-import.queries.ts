import { isUuid, newId } from '@adal/service';
import type { EntityManager } from 'typeorm';
import { memberColumns, nameWords } from '../profiles';
import type { KnownFacts, KnownMember, LandingRow } from './member-import.rules';
import type { MemberRow } from './member-row.rules';

/**
 * Reads all that deciding over these rows needs, in two statements: holders first. A member who lands between the two is then known
 * without a holder, at worst a race for something unique; the other way round its own phone would seem somebody else's.
 */
export async function readKnownFacts(tx: EntityManager, rows: readonly MemberRow[]): Promise<KnownFacts> {
  const holders: { kind: string; value: string; id: string }[] = await tx.query(
    `select 'phone' as kind, phone as value, id from member where phone = any($1) and status <> 'CLOSED'
     union all select 'email', email, id from member where email = any($2) and status <> 'CLOSED'
     union all select 'card', number, member_id from card where number = any($3)`,
    [
      rows.flatMap((row) => row.fields.phone ?? []),
      rows.flatMap((row) => row.fields.email ?? []),
      rows.flatMap((row) => row.cardNumber ?? []),
    ],
  );
  const members: KnownMember[] = await tx.query(
    `select ${memberColumns}, m.import_id as "importId", m.import_hash as "importHash", coalesce(s.consents, '[]') as consents
     from member m left join lateral (
       select json_agg(json_build_object('channel', channel, 'given', given, 'source', source)) as consents
       from consent where member_id = m.id
     ) s on true
     where m.external_id = any($1) or (m.external_id is null and m.id = any($2::uuid[]))`,
    namedIds(rows),
  );
  const holdersOf = (kind: string) =>
    new Map(holders.filter((holder) => holder.kind === kind).map(({ value, id }) => [value, id]));
  return {
    members: new Map(members.map((member) => [member.externalId ?? member.id, member])),
    phoneHolders: holdersOf('phone'),
    emailHolders: holdersOf('email'),
    cardHolders: holdersOf('card'),
  };
}

/** What files call members: the chain's own ids, and ours of those for whom it has none. */
export function namedIds(rows: readonly { readonly externalId: string }[]): [string[], string[]] {
  const ids = rows.map(({ externalId }) => externalId);
  return [ids, ids.filter(isUuid)];
}

/** What members of an import are given when the file leaves it out. */
export interface ImportDefaults {
  readonly importId: string;
  readonly language: string;
  readonly now: Date;
}

/** Stores the rows set by set and answers the ids of the members, in the order of the rows. */
export async function storeMembers(
  tx: EntityManager,
  landing: readonly LandingRow[],
  defaults: ImportDefaults,
): Promise<string[]> {
  const rows = landing.map((landed) => ({ ...landed, id: landed.known?.id ?? newId() }));
  const [fresh, changed] = [rows.filter(({ known }) => !known), rows.filter(({ known }) => known)];
  const records = (some: typeof rows) => JSON.stringify(some.map((row) => toRecord(row, defaults.importId)));
  if (fresh.length > 0) await tx.query(INSERT, [records(fresh), defaults.language, defaults.now]);
  if (changed.length > 0) await tx.query(UPDATE, [records(changed)]);
  const cards = rows.filter(({ newCard }) => newCard !== null);
  const cardColumns = [
    cards.map(({ newCard }) => newCard),
    cards.map(({ id }) => id),
    cards.map(({ row }) => row.registeredAt),
  ];
  await tx.query(CARDS, [...cardColumns, defaults.now]);
  const consents = rows.flatMap(({ id, row }) => row.consents.map((consent) => ({ id, ...consent })));
  await tx.query(CONSENTS, [
    consents.map(({ id }) => id),
    consents.map(({ channel }) => channel),
    consents.map(({ given }) => given),
    defaults.now,
  ]);
  return rows.map(({ id }) => id);
}

function toRecord({ id, row, known, hash }: LandingRow & { readonly id: string }, importId: string) {
  const { fields } = row;
  return {
    id,
    external_id: row.externalId,
    first_name: fields.firstName,
    last_name: fields.lastName,
    phone: fields.phone,
    email: fields.email,
    birth_date: fields.birthDate,
    gender: fields.gender,
    city: fields.city,
    home_store_id: fields.homeStoreId,
    language: fields.language,
    channel: row.channel,
    registered_at: row.registeredAt,
    attributes: row.attributes,
    children: row.children,
    words: nameWords(fields.firstName ?? known?.firstName, fields.lastName ?? known?.lastName),
    import_id: importId,
    import_hash: hash,
  };
}

const RECORD = `json_to_recordset($1::json) as r (id uuid, external_id text, first_name text, last_name text, phone text, email text,
  birth_date date, gender text, city text, home_store_id text, language text, channel text, registered_at timestamptz,
  attributes jsonb, children jsonb, words text[], import_id text, import_hash text)`;

const INSERT = `
  insert into member (id, external_id, first_name, last_name, phone, email, birth_date, gender, city, home_store_id, language, channel,
    registered_at, attributes, children, name_words, import_id, import_hash)
  select id, external_id, first_name, last_name, phone, email, birth_date, coalesce(gender, 'UNKNOWN'), city, home_store_id,
    coalesce(language, $2), coalesce(channel, 'IMPORT'), coalesce(registered_at, $3::timestamptz), attributes,
    coalesce(children, '[]'), array_to_tsvector(words), import_id, import_hash
  from ${RECORD}`;

// What a file leaves blank stays: an import adds and changes, it does not erase.
const UPDATE = `
  update member m set
    first_name = coalesce(r.first_name, m.first_name), last_name = coalesce(r.last_name, m.last_name),
    phone = coalesce(r.phone, m.phone), email = coalesce(r.email, m.email), birth_date = coalesce(r.birth_date, m.birth_date),
    gender = coalesce(r.gender, m.gender), city = coalesce(r.city, m.city),
    home_store_id = coalesce(r.home_store_id, m.home_store_id), language = coalesce(r.language, m.language),
    channel = coalesce(r.channel, m.channel), registered_at = coalesce(r.registered_at, m.registered_at),
    attributes = m.attributes || r.attributes, children = coalesce(r.children, m.children), name_words = array_to_tsvector(r.words), import_id = r.import_id,
    import_hash = r.import_hash, revision = m.revision + 1
  from ${RECORD} where m.id = r.id`;

const CARDS = `
  insert into card (number, member_id, kind, issued_at)
  select number, member_id, 'PLASTIC', coalesce(issued_at, $4::timestamptz)
  from unnest($1::text[], $2::uuid[], $3::timestamptz[]) as r (number, member_id, issued_at)`;

// A member's own later word outweighs the file: an import never brings back a consent that was withdrawn elsewhere.
const CONSENTS = `
  insert into consent (member_id, channel, given, changed_at, source)
  select member_id, channel, given, $4::timestamptz, 'IMPORT'
  from unnest($1::uuid[], $2::text[], $3::boolean[]) as r (member_id, channel, given)
  on conflict (member_id, channel) do update set given = excluded.given, changed_at = excluded.changed_at
  where consent.source = 'IMPORT' and consent.given <> excluded.given`;
