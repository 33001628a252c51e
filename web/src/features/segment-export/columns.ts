import type { SegmentColumn, SegmentExportPageQuery } from '@/graphql/generated/graphql';

type Edge = NonNullable<SegmentExportPageQuery['segmentExport']>['page']['edges'][number];

/** What of a member a column says. */
const cells: Record<SegmentColumn, (edge: Edge) => string | null | undefined> = {
  MEMBER_ID: ({ node }) => node.id,
  EXTERNAL_ID: ({ node }) => node.externalId,
  CARD: ({ node }) => node.cards?.[0]?.number,
  NAME: ({ node }) => node.displayName,
  PHONE: ({ node }) => node.phone,
  EMAIL: ({ node }) => node.email,
  BIRTH_DATE: ({ node }) => node.birthDate,
  GENDER: ({ node }) => node.gender,
  CITY: ({ node }) => node.city,
  HOME_STORE: ({ node }) => node.homeStoreId,
  LANGUAGE: ({ node }) => node.language,
  STATUS: ({ node }) => node.status,
  REGISTERED_AT: ({ node }) => node.registeredAt,
  SINCE: ({ since }) => since,
};

export const columns = Object.keys(cells) as SegmentColumn[];

/** They say who a member is. */
export const personal: readonly SegmentColumn[] = ['NAME', 'PHONE', 'EMAIL', 'BIRTH_DATE'];

export const usual: readonly SegmentColumn[] = ['MEMBER_ID', 'CARD', 'GENDER', 'CITY', 'SINCE'];

export const rowOf = (edge: Edge, chosen: readonly SegmentColumn[]): string[] =>
  chosen.map((column) => cells[column](edge) ?? '');

/** What a page must ask the services for. */
export const partsOf = (chosen: readonly SegmentColumn[]): { profile: boolean; card: boolean } => ({
  profile: chosen.some((column) => !['MEMBER_ID', 'CARD', 'SINCE'].includes(column)),
  card: chosen.includes('CARD'),
});
