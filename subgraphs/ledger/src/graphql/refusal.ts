/** An expected refusal: a member of a union, with a stable code made of its type's name. */
export type Refusal<T extends string, F extends object = object> = { __typename: T; code: string; message: string } & F;

/** Makes a refusal: `PointsInsufficient` has the code POINTS_INSUFFICIENT. */
export function refusal<T extends string>(typename: T, message: string): Refusal<T>;
export function refusal<T extends string, F extends object>(typename: T, message: string, fields: F): Refusal<T, F>;
export function refusal(typename: string, message: string, fields: object = {}): Refusal<string> {
  const code = typename.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return { __typename: typename, code, message, ...fields };
}
