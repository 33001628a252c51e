import { buildSchema, isUnionType } from 'graphql';
import { read } from './repository';

const UNIONS = {
  enrolMember: 'EnrolMemberResult',
  quotePurchase: 'QuotePurchaseResult',
  reservePurchase: 'ReservePurchaseResult',
  confirmPurchase: 'ConfirmPurchaseResult',
  cancelPurchase: 'CancelPurchaseResult',
  returnPurchase: 'ReturnPurchaseResult',
};
const schema = buildSchema(read('supergraph.graphql'), { assumeValidSDL: true });
const page = read('docs/till-protocol.md');

it.each(Object.entries(UNIONS))('the protocol lists what %s answers, in order of precedence', (operation, name) => {
  const union = schema.getType(name);
  const answers = isUnionType(union) ? union.getTypes().map((type) => type.name) : [];
  const row = page.split('\n').find((line) => line.startsWith(`| \`${operation}\``)) ?? '';
  expect(row.match(/`(\w+)`/g)).toEqual([operation, ...answers].map((word) => `\`${word}\``));
});

it('the protocol says of every refusal what the till does', () => {
  const refusals = Object.values(UNIONS).flatMap((name) => {
    const union = schema.getType(name);
    return isUnionType(union) ? union.getTypes().filter((type) => type.getInterfaces().length > 0) : [];
  });
  const advice = page.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
  for (const { name } of refusals) expect(advice.filter((line) => line.includes(`\`${name}\``))).toHaveLength(1);
});
