import { isRole, staffFault } from './staff.rules';

const colleague = { email: 'dana@adal.kz', name: 'Dana', role: 'ANALYST', password: 'twelve chars' };

it('finds nothing wrong with a proper colleague', () =>
  expect(staffFault({ ...colleague, storeIds: ['ALA-1'] })).toBeNull());

it.each([
  ['email', 'dana'],
  ['name', '  '],
  ['role', 'CEO'],
  ['role', 'toString'],
  ['password', 'eleven char'],
  ['password', 'x'.repeat(201)],
  ['storeIds', ['']],
])('finds fault with %s %j', (field, value) =>
  expect(staffFault({ ...colleague, [field]: value })).toMatchObject({ field }),
);

it('knows the roles and nothing else', () =>
  expect(['OPERATOR', 'operator', '__proto__'].map(isRole)).toEqual([true, false, false]));
