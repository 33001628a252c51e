/** Nobody has this id. */
export const memberUnknown = () =>
  ({
    __typename: 'MemberUnknown',
    code: 'MEMBER_UNKNOWN',
    message: 'Nobody has this id: check it or enrol the person.',
  }) as const;

/** A field cannot be read. */
export const memberInvalid = (field: string, message: string) =>
  ({ __typename: 'MemberInvalid', code: 'MEMBER_INVALID', field, message }) as const;

/** Another member has this phone or e-mail. */
export const contactTaken = (field: 'phone' | 'email') =>
  ({
    __typename: 'ContactTaken',
    code: 'CONTACT_TAKEN',
    field,
    message: `Another member has this ${field === 'phone' ? 'phone' : 'e-mail'}: identify that member, or leave it blank.`,
  }) as const;
