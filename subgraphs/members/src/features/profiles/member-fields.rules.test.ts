import { nameWords, readMemberFields } from './member-fields.rules';

const options = { today: '2026-11-22', country: 'KZ' };
const read = (raw: Parameters<typeof readMemberFields>[0]) => readMemberFields(raw, options);

it('reads each field in its one notation', () => {
  expect(
    read({
      phone: '8 701 123 45 67',
      email: ' A@B.kz ',
      firstName: '  Айгерим ',
      birthDate: '1990-05-17',
      gender: 'FEMALE',
    }),
  ).toEqual({
    fields: { phone: '+77011234567', email: 'a@b.kz', firstName: 'Айгерим', birthDate: '1990-05-17', gender: 'FEMALE' },
  });
});

it('leaves absent fields absent and clears blank ones', () => {
  expect(read({ firstName: '  ', lastName: null, city: undefined })).toEqual({ fields: { firstName: null } });
});

it.each([
  ['phone', 'abc'],
  ['email', 'a@b'],
  ['birthDate', '1990-02-30'],
  ['birthDate', '2026-11-23'],
  ['birthDate', '1899-12-31'],
  ['gender', 'X'],
  ['language', 'de'],
  ['firstName', 'a'.repeat(101)],
  ['city', 'Alma\u0000ty'],
  ['homeStoreId', 'x'.repeat(65)],
])('refuses %s %j and names the field', (field, value) => {
  expect(read({ [field]: value })).toMatchObject({ fault: { field, message: expect.stringContaining(field) } });
});

it('finds people by each word of their names, ё as е', () => {
  expect(nameWords('Анна-Мария', 'ЁЖИКОВ', null, undefined)).toEqual(['анна', 'мария', 'ежиков']);
  expect(nameWords('Али', 'али')).toEqual(['али']);
});
