import fc from 'fast-check';
import { maskEmail, maskName, maskPhone } from './member.rules';

it('shows no more than the first character of a name and the last two digits of a phone', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
      fc.stringMatching(/^[0-9]{7,15}$/),
      (name, digits) => {
        expect(maskName(name)).toBe(`${name[0]}•••`);
        expect(maskPhone(`+${digits}`)).toBe(`+${'•'.repeat(digits.length - 2)}${digits.slice(-2)}`);
      },
    ),
  );
});

it('masks e-mails of equal first letter to the same text', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.emailAddress(), (left, right) => {
      fc.pre(left[0] === right[0]);
      expect(maskEmail(left)).toBe(maskEmail(right));
    }),
    { numRuns: 30 },
  );
});
