/** A member of the members context, by id. */
export interface MemberReference {
  readonly id: string;
}
