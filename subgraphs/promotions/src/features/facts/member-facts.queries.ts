import type { Child, Gender, Language, Needs } from '@adal/engine';
import type { AttributeType } from '@adal/events';
import type { MemberLookup } from '../members';
import type { KeptReceipt, ProductLabel } from '../receipts';

/** A member as the facts query reads them; what nobody needs is absent. */
export interface KnownMember {
  readonly id: string;
  readonly status: 'ACTIVE' | 'BLOCKED';
  readonly gender: Gender | null;
  readonly birthDate: string | null;
  readonly city: string | null;
  readonly language: Language;
  /** Epoch milliseconds. */
  readonly registeredAt: number | null;
  readonly children?: readonly Child[];
  readonly attributes?: Readonly<Record<string, { readonly text: string; readonly type: AttributeType | null }>> | null;
  readonly segments?: readonly string[];
  readonly lists?: readonly string[];
  readonly purchaseCount?: number | null;
  /** Epoch milliseconds. */
  readonly lastPurchaseAt?: number | null;
  readonly history?: { readonly receipts: readonly KeptReceipt[]; readonly labels: readonly ProductLabel[] };
}

/** Makes a parameter of a value and answers its place. */
export type Bind = (value: unknown) => string;

/** What of a member's past is asked for: nothing after `at`. */
interface MemberWanted {
  readonly lookup: MemberLookup;
  readonly needs: Needs;
  readonly at: Date;
}

/** The member as one JSON value. */
export function memberFactsSql({ lookup, needs, at }: MemberWanted, bind: Bind): string {
  const facts = memberFactsJson(needs, at, bind);
  const condition = lookup.condition.replace('$key', bind(lookup.key));
  return `(select ${facts} from member m where m.status <> 'CLOSED' and m.${condition} limit 1)`;
}

/** What is known of the row `m` of member; reads no more tables than the promotions need. */
export function memberFactsJson(needs: Needs, at: Date, bind: Bind): string {
  const moment = (): string => `${bind(at)}::timestamptz`;
  const fields = [
    `'id', m.id, 'status', m.status, 'gender', m.gender, 'birthDate', m.birth_date, 'city', m.city, 'language', m.language`,
    `'registeredAt', ${epoch('m.registered_at')}`,
  ];
  if (needs.children) fields.push(`'children', m.children`);
  if (needs.memberAttributes.length > 0) fields.push(`'attributes', ${attributesSql(bind(needs.memberAttributes))}`);
  if (needs.segments.length > 0) {
    fields.push(`'segments', (select coalesce(json_agg(s.segment_id), '[]') from segment_member s
      where s.member_id = m.id and s.is_member and s.segment_id = any(${bind(needs.segments)}::text[]))`);
  }
  if (needs.memberLists.length > 0) {
    // Lists are compared as texts: a condition may name one that never was.
    fields.push(`'lists', (select coalesce(json_agg(e.list_id), '[]') from member_list_entry e
      where e.member_id = m.id and e.list_id::text = any(${bind(needs.memberLists)}::text[]))`);
  }
  if (needs.purchaseCount) fields.push(`'purchaseCount', ${purchasesSql('purchases', 'count(*)', moment())}`);
  if (needs.lastPurchase) fields.push(`'lastPurchaseAt', ${epoch(purchasesSql('last_at', 'max(r.at)', moment()))}`);
  if (needs.historyDays > 0)
    fields.push(
      `'history', ${historySql({ days: bind(needs.historyDays), moment: moment(), sets: setsSql(needs, bind) })}`,
    );
  return `json_build_object(${fields.join(', ')})`;
}

const epoch = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::bigint`;

const attributesSql = (
  keys: string,
): string => `(select json_object_agg(a.key, json_build_object('text', a.value, 'type', d.type))
  from jsonb_each_text(m.attributes) a left join member_attribute d on d.key = a.key where a.key = any(${keys}::text[]))`;

/** The running figure; for a basket of the past, told anew from the receipts before it. */
const purchasesSql = (figure: string, anew: string, moment: string): string => `(select case when p.last_at <= ${moment}
    then p.${figure} else (select ${anew} from receipt r where r.member_id = m.id and r.at <= ${moment} and not r.is_returned) end
  from member_purchases p where p.member_id = m.id)`;

/** Sets are looked up now: they say what the chain promotes, not what the goods were. */
const setsSql = ({ productSets: ids }: Needs, bind: Bind): string =>
  ids.length === 0
    ? "'[]'::json"
    : `(select coalesce(json_agg(set_id), '[]') from product_set_member one
        where one.sku = label.sku and set_id = any(${bind(ids)}::text[]))`;

interface HistoryParts {
  days: string;
  moment: string;
  sets: string;
}

const historySql = ({ days, moment, sets }: HistoryParts): string => `(
  with past as materialized (
    select * from receipt r where r.member_id = m.id and not r.is_returned
      and r.at > ${moment} - ${days}::integer * interval '24 hours' and r.at <= ${moment})
  select json_build_object(
    'receipts', (select coalesce(json_agg(json_build_object('at', ${epoch('at')}, 'lineNos', line_nos, 'labels', labels,
      'prices', prices, 'quantities', quantities, 'amounts', amounts, 'returns', returns) order by at, id), '[]') from past),
    'labels', (select coalesce(json_agg(json_build_object('id', id, 'sku', sku, 'categoryPath', category_path, 'brand', brand,
      'attributes', attributes, 'sets', ${sets})), '[]') from product_label label where id in (select unnest(labels) from past))))`;
