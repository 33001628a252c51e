import type { GatewayClient } from '../gateway-client';
import { act } from './act';

const lastYear = { kind: 'LAST_DAYS', days: 365 };
const shoes = { categories: ['Обувь > Женская'] };

const SEGMENTS = [
  {
    id: '01900000-0000-7000-8000-0000000000d1',
    name: 'Женщины Алматы, 25–45',
    folder: 'Анкета',
    definition: {
      kind: 'ALL',
      of: [
        { kind: 'GENDER', in: ['FEMALE'] },
        { kind: 'AGE', from: 25, to: 45 },
        { kind: 'CITY', in: ['Алматы'] },
      ],
    },
  },
  {
    id: '01900000-0000-7000-8000-0000000000d2',
    name: 'Берут женскую обувь, но не этот месяц',
    folder: 'Покупки',
    definition: {
      kind: 'ALL',
      of: [
        { kind: 'PURCHASES', of: shoes, when: lastYear, measure: 'AMOUNT', from: 2_000_000 },
        {
          kind: 'NOT',
          of: {
            kind: 'PURCHASES',
            of: shoes,
            when: { kind: 'CALENDAR', unit: 'MONTH', ago: 0 },
            measure: 'RECEIPTS',
            from: 1,
          },
        },
        {
          kind: 'ANY',
          of: [
            { kind: 'CONSENT', channel: 'EMAIL', given: true },
            { kind: 'CONSENT', channel: 'PUSH', given: true },
          ],
        },
      ],
    },
  },
  {
    id: '01900000-0000-7000-8000-0000000000d3',
    name: 'День рождения на следующей неделе',
    folder: 'Анкета',
    definition: {
      kind: 'ANY',
      of: ['MEMBER', 'CHILD'].map((of) => ({
        kind: 'BIRTHDAY',
        of,
        when: { kind: 'CALENDAR', unit: 'WEEK', ahead: 1 },
      })),
    },
  },
];

/** Saves the demo's segments. Safe to run again: what somebody has changed stays. */
export async function saveDemoSegments(client: GatewayClient): Promise<void> {
  for (const segment of SEGMENTS) {
    const { known } = await client.ask<{ known: object | null }>(
      'query Known($id: ID!) { known: segment(id: $id) { id } }',
      { id: segment.id },
    );
    if (known === null) await act(client, 'saveSegment', 'SaveSegmentInput', { ...segment, version: 0 });
  }
}
