import fc from 'fast-check';
import { requestKey } from './client-requests';

const name = fc.stringMatching(/^[a-z]{1,4}$/);
const content = fc.dictionary(name, fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())));

it('knows equal content whatever the order of its fields, absent or null', () => {
  fc.assert(
    fc.property(content, name, (given, absent) => {
      const reversed = Object.fromEntries(Object.entries({ ...given, [absent]: given[absent] ?? null }).reverse());
      expect(requestKey('CARD', 'x', reversed)).toEqual(requestKey('CARD', 'x', given));
    }),
  );
});

it('tells other content apart', () => {
  fc.assert(
    fc.property(content, name, fc.string({ minLength: 1 }), (given, field, more) => {
      const other = { ...given, [field]: `${String(given[field] ?? '')}${more}` };
      expect(requestKey('CARD', 'x', other)).not.toEqual(requestKey('CARD', 'x', given));
    }),
  );
});
