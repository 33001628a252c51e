export interface MemberListUnknown {
  __typename: 'MemberListUnknown';
  code: 'MEMBER_LIST_UNKNOWN';
  message: string;
}

export const memberListUnknown = (): MemberListUnknown => ({
  __typename: 'MemberListUnknown',
  code: 'MEMBER_LIST_UNKNOWN',
  message: 'There is no such list: make it first.',
});
