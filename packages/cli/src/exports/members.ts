import type { ExportKind, ExportRow } from './export-kind';
import { readPages } from './read-pages';

/** Of a member; the chain's own id where it has one. */
export interface MemberKey {
  readonly id: string;
  readonly externalId: string | null;
}

/** What files call a member: the chain's own id, else ours. */
export const memberIdOf = (member: MemberKey | null): string | null => member && (member.externalId ?? member.id);

interface MemberNode extends MemberKey {
  readonly status: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly birthDate: string | null;
  readonly gender: string;
  readonly city: string | null;
  readonly homeStoreId: string | null;
  readonly language: string;
  readonly channel: string;
  readonly registeredAt: string;
  readonly cards: readonly CardNode[];
  readonly consents: readonly { readonly channel: string; readonly given: boolean }[];
  readonly children: readonly { readonly birthDate: string; readonly gender: string | null }[];
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
}

interface CardNode {
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly issuedAt: string;
}

/** Attributes that have columns of their own. */
const NAMED_ATTRIBUTES = ['marital_status', 'has_car', 'pets'];
const COLUMNS = [
  ...['member_id', 'card_number', 'phone', 'email', 'first_name', 'last_name', 'birth_date', 'gender', 'city'],
  ...['home_store_id', 'marital_status', 'children', 'has_car', 'pets', 'registered_at', 'channel', 'language'],
  ...['consent_sms', 'consent_email', 'consent_push'],
];
const NODE = `id externalId status phone email firstName lastName birthDate gender city homeStoreId language channel registeredAt
  cards { number } consents { channel given } children { birthDate gender } attributes { key value }`;

/** Members, newest first; who is closed has no data left. */
export const members: ExportKind = {
  needs: ['members.read', 'members.pii.read'],
  columns: async (client) => {
    const { memberAttributeKeys } = await client.ask<{ memberAttributeKeys: string[] }>('{ memberAttributeKeys }');
    const further = memberAttributeKeys.filter((key) => !NAMED_ATTRIBUTES.includes(key));
    return [...COLUMNS, ...further.map((key) => `attr:${key}`)];
  },
  async *pages(client) {
    for await (const { nodes, share } of memberPages<MemberNode>(client, NODE)) yield { rows: nodes.map(rowOf), share };
  },
};

/** Every card of every member. */
export const cards: ExportKind = {
  needs: ['members.read'],
  columns: () => ['card_number', 'member_id', 'kind', 'status', 'issued_at'],
  async *pages(client) {
    const node = 'id externalId status cards { number kind status issuedAt }';
    for await (const { nodes, share } of memberPages<MemberNode>(client, node))
      yield { rows: nodes.flatMap((member) => member.cards.map((card) => cardRow(member, card))), share };
  },
};

interface HolderNode extends MemberKey {
  readonly status: string;
  readonly lots: readonly LotNode[];
}

interface LotNode {
  readonly left: string;
  readonly activatesAt: string;
  readonly expiresAt: string | null;
  readonly legalEntity: string;
}

/** What is left of every lot; what members owe is no lot. */
export const balances: ExportKind = {
  needs: ['members.read', 'ledger.read'],
  columns: () => ['member_id', 'points', 'activates_at', 'expires_at', 'legal_entity'],
  async *pages(client) {
    const node = 'id externalId status lots { left activatesAt expiresAt legalEntity }';
    for await (const { nodes, share } of memberPages<HolderNode>(client, node))
      yield { rows: nodes.flatMap((member) => member.lots.map((lot) => lotRow(member, lot))), share };
  },
};

async function* memberPages<Node extends { readonly status: string }>(
  client: Parameters<ExportKind['pages']>[0],
  node: string,
): AsyncGenerator<{ nodes: Node[]; share: number }> {
  const list = { field: 'members(first: $first, after: $after)', node };
  for await (const { nodes, share } of readPages<Node>(client, list))
    yield { nodes: nodes.filter(({ status }) => status !== 'CLOSED'), share };
}

function rowOf(member: MemberNode): ExportRow {
  const consents = new Map(member.consents.map(({ channel, given }) => [channel, String(given)]));
  return {
    member_id: memberIdOf(member),
    card_number: member.cards[0]?.number ?? null,
    phone: member.phone,
    email: member.email,
    first_name: member.firstName,
    last_name: member.lastName,
    birth_date: member.birthDate,
    gender: member.gender.toLowerCase(),
    city: member.city,
    home_store_id: member.homeStoreId,
    children: member.children.map(childText).join(';'),
    registered_at: member.registeredAt,
    channel: member.channel,
    language: member.language,
    consent_sms: consents.get('SMS') ?? null,
    consent_email: consents.get('EMAIL') ?? null,
    consent_push: consents.get('PUSH') ?? null,
    ...Object.fromEntries(
      member.attributes.map(({ key, value }) => [NAMED_ATTRIBUTES.includes(key) ? key : `attr:${key}`, value]),
    ),
  };
}

const childText = ({ birthDate, gender }: MemberNode['children'][number]): string =>
  `${birthDate}:${gender === 'FEMALE' ? 'f' : gender === 'MALE' ? 'm' : 'u'}`;

const cardRow = (member: MemberKey, card: CardNode): ExportRow => ({
  card_number: card.number,
  member_id: memberIdOf(member),
  kind: card.kind,
  status: card.status,
  issued_at: card.issuedAt,
});

const lotRow = (member: MemberKey, lot: LotNode): ExportRow => ({
  member_id: memberIdOf(member),
  points: lot.left,
  activates_at: lot.activatesAt,
  expires_at: lot.expiresAt,
  legal_entity: lot.legalEntity,
});
