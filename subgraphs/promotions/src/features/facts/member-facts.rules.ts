import type { Attributes, AttributeValue, MemberFacts } from '@adal/engine';
import type { AttributeType } from '@adal/events';
import { pastReceiptOf } from '../receipts';
import type { KnownMember } from './member-facts.queries';

/** A member as the engine looks at them; what was not asked for is empty. */
export function memberFactsOf(member: KnownMember): MemberFacts {
  const { id, gender, birthDate, city, registeredAt, history } = member;
  const labels = new Map(history?.labels.map((label) => [label.id, label]));
  return {
    id,
    gender,
    birthDate,
    city,
    registeredAt,
    attributes: attributesOf(member),
    segments: member.segments ?? [],
    lists: member.lists ?? [],
    children: member.children ?? [],
    purchaseCount: member.purchaseCount ?? 0,
    lastPurchaseAt: member.lastPurchaseAt ?? null,
    history: history?.receipts.map((receipt) => pastReceiptOf(receipt, labels)) ?? [],
  };
}

/** Texts become values of their declared types; what cannot be one is as if nobody had said it. */
function attributesOf({ attributes }: KnownMember): Attributes {
  const values: Record<string, AttributeValue> = {};
  for (const [key, { text, type }] of Object.entries(attributes ?? {})) {
    const value = valueOf(text, type ?? 'TEXT');
    if (value !== null) values[key] = value;
  }
  return values;
}

function valueOf(text: string, type: AttributeType): AttributeValue | null {
  switch (type) {
    case 'NUMBER': {
      const number = Number(text);
      return text.trim() === '' || !Number.isFinite(number) ? null : number;
    }
    case 'FLAG':
      return text === 'true' ? true : text === 'false' ? false : null;
    default:
      return text;
  }
}
