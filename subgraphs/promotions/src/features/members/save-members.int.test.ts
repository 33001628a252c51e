import type { MemberSnapshot } from '@adal/events';
import { aMember } from '../../../test/builders';
import { startPromotions, type Promotions } from '../../../test/harness';
import { onMembersImported } from './on-members-imported';

let promotions: Promotions;
beforeEach(async () => void (promotions = await startPromotions()));
afterEach(() => promotions.stop());

const card = (number: string): MemberSnapshot['cards'][number] => ({ number, kind: 'PLASTIC', status: 'ACTIVE' });

it('keeps no phone and no e-mail', async () => {
  await promotions.haveMember({ phone: '+77011234567', email: 'aliya@example.kz', gender: 'UNKNOWN', city: 'Almaty' });
  const [row]: object[] = await promotions.db.query('select * from member');
  expect(row).toMatchObject({
    phone_hash: '0693ac45e863aab68bf12abd135347c9616602f2713285eaa374f3f1439dd611',
    gender: null,
    city: 'Almaty',
  });
  expect(JSON.stringify(row)).not.toMatch(/7011234567|aliya/);
});

it('keeps the newest state, whatever order the news comes in', async () => {
  const member = aMember({ cards: [card('1')] });
  const newer = { ...member, revision: 3, city: 'Astana', cards: [card('2')] };
  const older = { ...member, revision: 2, city: 'Almaty', cards: [card('3')] };
  await promotions.deliver(onMembersImported, { importId: 'f', members: [member, newer, older] });
  await promotions.haveMember(older);
  expect(await promotions.db.query('select city, revision from member')).toEqual([{ city: 'Astana', revision: '3' }]);
  expect(await promotions.db.query('select number from member_card')).toEqual([{ number: '2' }]);
});

it('gives a card to whoever had it last, and only while it is active', async () => {
  await promotions.haveMember({ cards: [card('1'), card('2')] });
  const second = await promotions.haveMember({ cards: [card('1'), { ...card('3'), status: 'BLOCKED' }] });
  const cards = await promotions.db.query(
    `select number, member_id = $1 as is_seconds from member_card order by number`,
    [second.memberId],
  );
  expect(cards).toEqual([
    { number: '1', is_seconds: true },
    { number: '2', is_seconds: false },
  ]);
});
