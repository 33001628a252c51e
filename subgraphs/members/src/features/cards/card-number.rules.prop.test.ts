import fc from 'fast-check';
import { checkDigit, readCardNumber, VIRTUAL_SERIALS, virtualCardNumber } from './card-number.rules';

const serials = fc.integer({ min: 0, max: VIRTUAL_SERIALS - 1 });

it('makes EAN-13 numbers with the reserved prefix, one per serial', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const number = virtualCardNumber(serial);
      expect(number).toMatch(/^29\d{11}$/);
      expect(Number(number.slice(2, 12))).toBe(serial);
      expect(readCardNumber(number)).toBe(number);
    }),
  );
});

it('notices any one digit read wrongly', () => {
  fc.assert(
    fc.property(serials, fc.nat(12), fc.integer({ min: 1, max: 9 }), (serial, position, change) => {
      const digits = [...virtualCardNumber(serial)];
      digits[position] = String((Number(digits[position]) + change) % 10);
      expect(checkDigit(digits.slice(0, 12).join(''))).not.toBe(digits[12]);
    }),
  );
});

it('agrees with a number printed on a real product', () => expect(checkDigit('400638133393')).toBe('1'));
