import fc from 'fast-check';
import { decideMemberImport, type KnownFacts, type KnownMember } from './member-import.rules';
import type { MemberRow } from './member-row.rules';

const few = (prefix: string) => fc.integer({ min: 1, max: 4 }).map((number) => `${prefix}${number}`);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const row: fc.Arbitrary<MemberRow> = fc.record({
  line: fc.nat(),
  externalId: few('crm-'),
  fields: fc.record({ phone: few('+7701'), city: few('city-') }, { requiredKeys: [] }),
  cardNumber: optional(few('card-')),
  registeredAt: fc.constant(null),
  channel: fc.constant(null),
  consents: fc.constant([]),
  attributes: fc.dictionary(fc.constantFrom('a', 'b'), few('v')),
  children: optional(
    fc.array(fc.record({ birthDate: few('2018-09-0'), gender: fc.constant(null), name: fc.constant(null) })),
  ),
});
const rows = fc.array(row, { maxLength: 12 }).map((list) => list.map((one, index) => ({ ...one, line: index + 2 })));

const NOTHING: KnownFacts = {
  members: new Map(),
  phoneHolders: new Map(),
  emailHolders: new Map(),
  cardHolders: new Map(),
};

/** What the database would know after the landing rows of an empty one landed. */
function factsAfter(landing: ReturnType<typeof decideMemberImport>['landing'], importId: string): KnownFacts {
  const members = landing.map(({ row: { externalId, fields, attributes, children }, hash }): KnownMember => ({
    ...{ firstName: null, lastName: null, phone: null, email: null, birthDate: null, gender: 'UNKNOWN', city: null },
    ...{
      homeStoreId: null,
      language: 'ru',
      channel: 'IMPORT',
      status: 'ACTIVE',
      registeredAt: new Date(0),
      consents: [],
    },
    ...fields,
    id: `id of ${externalId}`,
    externalId,
    attributes,
    children: children ?? [],
    importId,
    importHash: hash,
  }));
  const holders = (value: (row: MemberRow) => string | null | undefined) =>
    new Map(landing.flatMap(({ row: one }) => (value(one) ? [[value(one) ?? '', `id of ${one.externalId}`]] : [])));
  return {
    members: new Map(members.map((member) => [member.externalId ?? '', member])),
    phoneHolders: holders(({ fields }) => fields.phone),
    emailHolders: new Map(),
    cardHolders: holders(({ cardNumber }) => cardNumber),
  };
}

it('gives each phone and card to one member, and each member one row', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const { landing, rejected } = decideMemberImport(given, NOTHING, 'run');
      for (const value of [
        landing.map(({ row: one }) => one.externalId),
        landing.flatMap(({ row: one }) => one.fields.phone ?? []),
        landing.flatMap(({ newCard }) => newCard ?? []),
      ]) {
        expect(new Set(value).size).toBe(value.length);
      }
      expect(landing.length + rejected.length).toBeLessThanOrEqual(given.length);
    }),
  );
});

it('changes nothing when the same rows come again, in this run or a later one', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('run', 'later'), (given, importId) => {
      const first = decideMemberImport(given, NOTHING, 'run');
      const landedLines = new Set(first.landing.map(({ row: one }) => one.line));
      const again = decideMemberImport(
        given.filter(({ line }) => landedLines.has(line)),
        factsAfter(first.landing, 'run'),
        importId,
      );
      expect(again).toEqual({ landing: [], rejected: [] });
    }),
  );
});

it('changes nothing when a second file says what is known', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const facts = factsAfter(decideMemberImport(given, NOTHING, 'run').landing, 'run');
      const bare = [...facts.members.keys()].map((externalId, index): MemberRow => ({
        ...{
          line: index,
          externalId,
          fields: {},
          cardNumber: null,
          registeredAt: null,
          channel: null,
          consents: [],
          attributes: {},
          children: null,
        },
      }));
      expect(decideMemberImport(bare, facts, 'other file')).toEqual({ landing: [], rejected: [] });
    }),
  );
});
