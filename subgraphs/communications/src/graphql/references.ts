/** A member of the members subgraph, by its key. */
export interface MemberReference {
  readonly id: string;
}
