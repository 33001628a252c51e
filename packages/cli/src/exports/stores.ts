import type { ExportKind } from './export-kind';

interface StoreNode {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly brand: string | null;
  readonly banner: string | null;
  readonly format: string | null;
  readonly legalEntity: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly timeZone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The chain's stores; there are few enough for one answer. */
export const stores: ExportKind = {
  needs: ['stores.read'],
  columns: () => [
    ...['store_id', 'name', 'city', 'brand', 'banner', 'format', 'legal_entity', 'opened_on', 'closed_on'],
    ...['time_zone', 'latitude', 'longitude'],
  ],
  async *pages(client) {
    const answer = await client.ask<{ stores: StoreNode[] }>(
      '{ stores { id name city brand banner format legalEntity openedOn closedOn timeZone latitude longitude } }',
    );
    yield { rows: answer.stores.map(rowOf), share: 1 };
  },
};

const rowOf = (store: StoreNode): Record<string, string | null> => ({
  store_id: store.id,
  name: store.name,
  city: store.city,
  brand: store.brand,
  banner: store.banner,
  format: store.format,
  legal_entity: store.legalEntity,
  opened_on: store.openedOn,
  closed_on: store.closedOn,
  time_zone: store.timeZone,
  latitude: store.latitude?.toString() ?? null,
  longitude: store.longitude?.toString() ?? null,
});
