import { staff, type TestMembers } from './harness';

let count = 0;

/** A number no other call gives, for ids and phones. */
export const next = (): number => (count += 1);

/** A phone nobody has yet. */
export const aPhone = (): string => `+7701${String(next()).padStart(7, '0')}`;

/** Enrols somebody and answers the id. */
export async function enrolled(members: TestMembers, input: object = {}): Promise<string> {
  const enrolment = { enrolmentId: `enrolment-${next()}`, channel: 'TILL', phone: aPhone(), ...input };
  const { data } = await members.execute<{
    enrolMember: { __typename: string; message?: string; member: { id: string } };
  }>(
    staff(),
    `mutation ($input: EnrolMemberInput!) {
      enrolMember(input: $input) { __typename ... on UserError { message } ... on MemberEnrolled { member { id } } }
    }`,
    { input: enrolment },
  );
  if (data.enrolMember.__typename !== 'MemberEnrolled') throw new Error(data.enrolMember.message);
  return data.enrolMember.member.id;
}
