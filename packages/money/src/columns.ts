/** TypeORM transformer for `bigint` columns: bigint in code, exact in Postgres. */
export const bigintColumn = {
  to: (value: bigint | null | undefined): string | null | undefined =>
    value === null || value === undefined ? value : value.toString(),
  from: (value: string | null): bigint | null => (value === null ? null : BigInt(value)),
};
