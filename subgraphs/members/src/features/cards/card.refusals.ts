/** Another member has this card. */
export const cardTaken = () =>
  ({
    __typename: 'CardTaken',
    code: 'CARD_TAKEN',
    message: 'Another member has this card: read the card again.',
  }) as const;

/** No card has this number. */
export const cardUnknown = () =>
  ({ __typename: 'CardUnknown', code: 'CARD_UNKNOWN', message: 'No card has this number: check it.' }) as const;

/** A field cannot be read. */
export const cardInvalid = (field: string, message: string) =>
  ({ __typename: 'CardInvalid', code: 'CARD_INVALID', field, message }) as const;
