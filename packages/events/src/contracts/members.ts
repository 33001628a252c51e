import { z } from 'zod';
import { defineEvent } from '../define-event';
import { day, instant } from './amounts';

/** A member as others need to know them. `revision` grows with every change: keep the highest. */
export const memberSnapshotSchema = z.object({
  memberId: z.uuid(),
  revision: z.int(),
  externalId: z.string().nullable(),
  status: z.enum(['ACTIVE', 'BLOCKED', 'CLOSED']),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  birthDate: day.nullable(),
  gender: z.enum(['FEMALE', 'MALE', 'UNKNOWN']),
  city: z.string().nullable(),
  homeStoreId: z.string().nullable(),
  language: z.enum(['ru', 'kk', 'en']),
  channel: z.string(),
  registeredAt: instant,
  cards: z.array(
    z.object({ number: z.string(), kind: z.enum(['PLASTIC', 'VIRTUAL']), status: z.enum(['ACTIVE', 'BLOCKED']) }),
  ),
  consents: z.array(z.object({ channel: z.enum(['SMS', 'EMAIL', 'PUSH']), given: z.boolean() })),
  /** Texts; what type a key has is told by `members.attributes.declared.v1`. */
  attributes: z.record(z.string(), z.string()),
  /** Absent in news from before children were kept. */
  children: z.array(z.object({ birthDate: day, gender: z.enum(['FEMALE', 'MALE']).nullable() })).optional(),
});
export type MemberSnapshot = z.infer<typeof memberSnapshotSchema>;

/** A person joined through a live door (never by import). */
export const MemberEnrolled = defineEvent({
  subject: 'members.member.enrolled.v1',
  summary: 'A person joined through a live door; imports do not send it.',
  schema: z.object({ member: memberSnapshotSchema, storeId: z.string().nullable() }),
});

/** A member as of now, after any change, enrolment included. */
export const MemberSaved = defineEvent({
  subject: 'members.member.saved.v1',
  summary: 'A member as of now, after any change, enrolment included. Keep the highest revision.',
  schema: z.object({ member: memberSnapshotSchema }),
});

/** Members of an import, at most a few hundred a message. */
export const MembersImported = defineEvent({
  subject: 'members.members.imported.v1',
  summary: 'Members that an import added or changed, in chunks. Keep the highest revision of each.',
  schema: z.object({ importId: z.string(), members: z.array(memberSnapshotSchema) }),
});

/** The types of attributes: a date is `YYYY-MM-DD`, a flag `true` or `false`. */
export const ATTRIBUTE_TYPES = ['TEXT', 'NUMBER', 'DATE', 'FLAG'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** What the chain keeps of its members beyond the usual. A key that is not declared is a text. */
export const AttributesDeclared = defineEvent({
  subject: 'members.attributes.declared.v1',
  summary: 'Attributes of members as declared now, after any change. Keep the highest revision of each key.',
  schema: z.object({
    attributes: z.array(
      z.object({ key: z.string(), revision: z.int(), type: z.enum(ATTRIBUTE_TYPES), retired: z.boolean() }),
    ),
  }),
});
