import fc from 'fast-check';
import {
  ALPHABET_NAMES,
  ALPHABETS,
  areAmbiguous,
  capacityOf,
  codeFor,
  codeOf,
  formOf,
  normaliseCode,
  spaceOf,
  type CodeFormat,
} from './code-format.rules';

const formats = fc.record({
  prefix: fc.string({ unit: fc.constantFrom(...'ABC123'), minLength: 1, maxLength: 4 }),
  alphabet: fc.constantFrom(...ALPHABET_NAMES),
  length: fc.integer({ min: 6, max: 12 }),
});
const codes = formats.chain((format) =>
  fc.bigInt({ min: 0n, max: spaceOf(format) - 1n }).map((value) => ({ format, code: codeOf(format, value) })),
);

it('tells a code with one wrong character from a right one', () => {
  fc.assert(
    fc.property(codes, fc.nat(), fc.nat(), ({ format, code }, place, other) => {
      const alphabet = ALPHABETS[format.alphabet];
      const at = format.prefix.length + (place % (format.length + 1));
      const wrong = alphabet[other % alphabet.length] ?? '';
      fc.pre(wrong !== code[at]);
      expect(formOf(format, code)).toBe('WELL_FORMED');
      expect(formOf(format, code.slice(0, at) + wrong + code.slice(at + 1))).toBe('MISTYPED');
    }),
  );
});

it('tells swapped neighbours in codes with letters', () => {
  const lettered = codes.filter(({ format }) => format.alphabet !== 'DIGITS');
  fc.assert(
    fc.property(lettered, fc.nat(), ({ format, code }, place) => {
      const at = format.prefix.length + (place % (format.length - 1));
      fc.pre(code[at] !== code[at + 1]);
      const swapped = `${code.slice(0, at)}${code[at + 1]}${code[at]}${code.slice(at + 2)}`;
      expect(formOf(format, swapped)).toBe('MISTYPED');
    }),
  );
});

it('reads a code however it is typed', () => {
  fc.assert(
    fc.property(codes, ({ code }) => {
      const dashed = code.replace(/(.{4})/g, '$1-').toLowerCase();
      expect(normaliseCode(` ${dashed} `)).toBe(code);
    }),
  );
  expect(normaliseCode('авс-НМ')).toBe('ABCHM');
});

it('gives two formats that are not ambiguous no code in common', () => {
  fc.assert(
    fc.property(codes, formats, ({ format, code }, other: CodeFormat) => {
      fc.pre(!areAmbiguous(format, other));
      expect(formOf(other, code)).toBe('FOREIGN');
    }),
  );
});

it('makes the same code for the same occasion, and another one for another or by another secret', () => {
  const format = { prefix: 'PR', alphabet: 'LETTERS_AND_DIGITS', length: 9 } as const;
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  expect(codeFor(format, one, 'quote/1')).toBe(codeFor(format, one, 'quote/1'));
  expect(new Set([codeFor(format, one, 'a'), codeFor(format, one, 'b'), codeFor(format, other, 'a')]).size).toBe(3);
  expect(formOf(format, codeFor(format, one, 'a'))).toBe('WELL_FORMED');
  expect(capacityOf(format)).toBeGreaterThan(1_000_000_000n);
});
