import { normaliseEmail, normalisePhone } from './contacts';

it.each(['+77011234567', '87011234567', '8 (701) 123-45-67', '7011234567', '77011234567', ' +7 701 123 45 67 '])(
  'reads %s as one and the same phone',
  (text) => expect(normalisePhone(text)).toBe('+77011234567'),
);

it.each(['', '123', 'abc', '+7701123456', '+770112345678', '0'.repeat(65)])('refuses %s as a phone', (text) =>
  expect(normalisePhone(text)).toBeNull(),
);

it('reads national notations of the country of the programme', () => {
  expect(normalisePhone('067 123 45 67', 'UA')).toBe('+380671234567');
  expect(normalisePhone('+77011234567', 'UA')).toBe('+77011234567');
});

it('compares e-mails in lower case', () =>
  expect(normaliseEmail('  Aigerim.S@Example.KZ ')).toBe('aigerim.s@example.kz'));

it.each(['', 'a@b', 'a b@c.kz', '@c.kz', 'a@@c.kz', 'a@c.k', `${'a'.repeat(250)}@c.kz`])(
  'refuses %s as an e-mail',
  (text) => expect(normaliseEmail(text)).toBeNull(),
);
