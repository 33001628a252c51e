import { readScaled, wholeId, writeScaled } from './decimal';
import { compile, compileTest } from './expression';

const row = { InvoiceNo: 'C536379', Quantity: '-3', UnitPrice: '2.555', CustomerID: '17850.0', note: ' ' };

it.each([
  ['17850.0', '17850'],
  ['9e+05', '900000'],
  ['4.0128e+10', '40128000000'],
  ['85123A', '85123A'],
  ['12.5', '12.5'],
  ['1E', '1E'],
])('makes the id %s whole: %s', (text, id) => expect(wholeId(text)).toBe(id));

it('multiplies exactly and rounds once, half away from zero', () => {
  expect(compile({ multiply: ['Quantity', 'UnitPrice'], decimals: 2 })(row, 2)).toBe('-7.67');
  expect(writeScaled(readScaled('2.0000000000000004440892') ?? 0n, 2)).toBe('2.00');
});

it('answers a blank, not a wrong number, when a number cannot be read or a divisor is zero', () => {
  expect(compile({ divide: ['UnitPrice', { value: '0' }], decimals: 2 })(row, 2)).toBe('');
  expect(compile({ add: ['note', 'UnitPrice'], decimals: 2 })(row, 2)).toBe('');
});

it('chooses by tests', () => {
  const kind = compile({
    when: { column: 'InvoiceNo', startsWith: 'C' },
    then: { value: 'return' },
    else: { value: 'sale' },
  });
  expect(kind(row, 2)).toBe('return');
  expect(kind({ ...row, InvoiceNo: '536379' }, 3)).toBe('sale');
  expect(
    compileTest({ all: [{ column: 'Quantity', is: 'negative' }, { not: { column: 'note', is: 'blank' } }] })(row),
  ).toBe(false);
});

it('takes the first that is there and joins what is there', () => {
  expect(compile({ first: ['note', 'CustomerID'] })(row, 2)).toBe('17850.0');
  expect(compile({ join: ['InvoiceNo', 'note', 'Quantity'], separator: ' > ' })(row, 2)).toBe('C536379 > -3');
});

it('calls a row without an id by its line in the file', () =>
  expect(compile({ join: [{ value: 'order' }, { line: true }], separator: ' ' })(row, 41)).toBe('order 41'));
