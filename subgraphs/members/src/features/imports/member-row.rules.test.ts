import type { AttributeType } from '@adal/events';
import type { ImportRow } from '@adal/service';
import { isMemberColumn, readMemberRow } from './member-row.rules';
import { readFlag } from '../attributes';
import { readInstant } from './values.rules';

const types = new Map<string, AttributeType>([['shoe_size', 'NUMBER']]);
const options = { today: '2026-11-22', country: 'KZ', timeZone: 'Asia/Almaty', types };

function read(fields: Record<string, string>) {
  const row: ImportRow = { line: 2, field: (column) => fields[column] || null };
  return readMemberRow(row, Object.keys(fields), options);
}

it('reads a whole row, each value in its one notation', () => {
  const fields = {
    member_id: 'crm-1',
    card_number: '2900 0001',
    phone: '87010000001',
    email: 'A@Example.kz',
    first_name: 'Айгерим',
    birth_date: '1990-05-17',
    gender: 'ж',
    home_store_id: 'ALA-1',
    registered_at: '2026-03-01 10:15:00',
    channel: 'till',
    language: 'KK',
    consent_sms: 'нет',
    consent_email: 'true',
    has_car: 'true',
    children: '2015-04-01:f;2018-09-12:m',
    'attr:segment': 'gold',
    'attr:empty': '',
  };
  expect(read(fields)).toEqual({
    line: 2,
    externalId: 'crm-1',
    cardNumber: '29000001',
    registeredAt: '2026-03-01T05:15:00.000Z',
    channel: 'TILL',
    consents: [
      { channel: 'SMS', given: false },
      { channel: 'EMAIL', given: true },
    ],
    attributes: { has_car: 'true', segment: 'gold' },
    children: [
      { birthDate: '2015-04-01', gender: 'FEMALE', name: null },
      { birthDate: '2018-09-12', gender: 'MALE', name: null },
    ],
    fields: {
      phone: '+77010000001',
      email: 'a@example.kz',
      firstName: 'Айгерим',
      birthDate: '1990-05-17',
      gender: 'FEMALE',
      homeStoreId: 'ALA-1',
      language: 'kk',
    },
  });
});

it.each([
  ['member_id', '', 'MEMBER_ID_MISSING'],
  ['phone', '123', 'PHONE_INVALID'],
  ['email', 'x', 'EMAIL_INVALID'],
  ['birth_date', '17.05.1990', 'BIRTH_DATE_INVALID'],
  ['gender', 'yes', 'GENDER_INVALID'],
  ['language', 'de', 'LANGUAGE_INVALID'],
  ['card_number', '1', 'CARD_NUMBER_INVALID'],
  ['registered_at', 'yesterday', 'REGISTERED_AT_INVALID'],
  ['channel', 'by hand', 'CHANNEL_INVALID'],
  ['consent_push', 'maybe', 'CONSENT_PUSH_INVALID'],
  ['children', 'two', 'CHILDREN_INVALID'],
  ['children', '2015-02-30:f', 'CHILDREN_INVALID'],
  ['attr:shoe_size', 'large', 'ATTR_SHOE_SIZE_INVALID'],
  ['attr:note', 'x'.repeat(501), 'ATTR_NOTE_INVALID'],
])('sends a row back for its %s %j', (column, value, code) => {
  expect(read({ member_id: 'crm-1', [column]: value })).toEqual({
    line: 2,
    column,
    code,
    reason: expect.stringContaining(column),
  });
});

it('knows the columns of members.csv and no others', () => {
  for (const column of ['member_id', 'pets', 'attr:x']) expect(isMemberColumn(column)).toBe(true);
  for (const column of ['attr:', 'sku', 'externalId']) expect(isMemberColumn(column)).toBe(false);
});

it.each([
  ['2026-03-01', '2026-02-28T19:00:00.000Z'],
  ['2026-03-01T10:15', '2026-03-01T05:15:00.000Z'],
  ['2026-03-01T10:15:00Z', '2026-03-01T10:15:00.000Z'],
  ['2026-03-01T10:15:00.5+06:00', '2026-03-01T04:15:00.500Z'],
  ['2026-02-30T10:15:00', null],
  ['2026-13-01T10:15:00Z', null],
  ['01.03.2026', null],
])('reads the time %s', (text, instant) => expect(readInstant(text, 'Asia/Almaty')).toBe(instant));

it('reads yes and no as files write them', () =>
  expect(['ДА', '1', 'No', '2'].map(readFlag)).toEqual([true, true, false, null]));
