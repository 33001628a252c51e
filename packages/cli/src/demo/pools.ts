import type { GatewayClient } from '../gateway-client';
import { act } from './act';

const MEMBER_ATTRIBUTES = [
  { key: 'shoe_size', type: 'NUMBER', ...named('Размер обуви', 'Аяқ киім өлшемі', 'Shoe size') },
  {
    key: 'marital_status',
    type: 'TEXT',
    ...named('Семейное положение', 'Отбасылық жағдайы', 'Marital status'),
    values: [
      { value: 'married', ...named('в браке', 'некеде', 'married') },
      { value: 'single', ...named('не в браке', 'некеде емес', 'single') },
    ],
  },
  { key: 'has_car', type: 'FLAG', ...named('Есть машина', 'Көлігі бар', 'Has a car') },
  {
    key: 'pets',
    type: 'TEXT',
    ...named('Питомцы', 'Үй жануарлары', 'Pets'),
    values: [
      { value: 'cat', ...named('кошка', 'мысық', 'cat') },
      { value: 'dog', ...named('собака', 'ит', 'dog') },
    ],
  },
];

const UNIQUE_POOL = '01900000-0000-7000-8000-0000000000b2';
const POOLS = [
  {
    id: '01900000-0000-7000-8000-0000000000b1',
    name: 'Код из рассылки',
    kind: 'PUBLIC',
    publicCode: 'SALEM',
    usesPerMember: 1,
  },
  { id: UNIQUE_POOL, name: 'Листовки у метро', kind: 'UNIQUE', prefix: 'METRO', validDays: 30 },
  {
    id: '01900000-0000-7000-8000-0000000000b3',
    name: 'Вернитесь к нам',
    kind: 'PERSONAL',
    prefix: 'BACK',
    validDays: 14,
  },
];
const ORDER = { batchId: '01900000-0000-7000-8000-0000000000c1', poolId: UNIQUE_POOL, count: 5_000 };

function named(nameRu: string, nameKk: string, nameEn: string) {
  return { nameRu, nameKk, nameEn };
}

/** Declares what the demo chain knows of its members besides the profile. Safe to run again. */
export async function declareDemoMemberAttributes(client: GatewayClient): Promise<void> {
  for (const attribute of MEMBER_ATTRIBUTES) {
    await act(client, 'declareMemberAttribute', 'DeclareMemberAttributeInput', attribute);
  }
}

/** Opens the demo's pools of coupons and orders codes. Safe to run again: what somebody has changed stays. */
export async function openDemoPools(client: GatewayClient): Promise<void> {
  for (const pool of POOLS) {
    const { known } = await client.ask<{ known: object | null }>(
      'query Known($id: ID!) { known: couponPool(id: $id) { id } }',
      { id: pool.id },
    );
    if (known === null) await act(client, 'saveCouponPool', 'SaveCouponPoolInput', pool);
  }
  await act(client, 'makeCoupons', 'MakeCouponsInput', ORDER);
}
