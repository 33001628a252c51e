import { toBasketInput, type Basket } from './basket';

const line = { key: 'a', sku: 'SKU-1', name: 'Boots', quantity: '2', price: '12 500,5' };
const basket: Basket = { storeId: 'ALA-1', cardNumber: ' 2900000000018 ', lines: [line] };

describe('a sample basket', () => {
  it('is priced with what was typed, made exact', () => {
    expect(toBasketInput(basket, 'kk')).toEqual({
      storeId: 'ALA-1',
      member: { cardNumber: '2900000000018' },
      lines: [{ lineNo: 1, sku: 'SKU-1', quantity: '2', price: '12500.5' }],
      language: 'kk',
    });
  });

  it('leaves out lines that are being typed and numbers the rest', () => {
    const lines = [{ ...line, quantity: '' }, { ...line, quantity: '0' }, { ...line, price: '1.234' }, line];
    expect(toBasketInput({ ...basket, lines }, 'kk')?.lines).toEqual([
      { lineNo: 1, sku: 'SKU-1', quantity: '2', price: '12500.5' },
    ]);
  });

  it('is not priced without a line or a store, and is anonymous without a card', () => {
    expect(toBasketInput({ ...basket, lines: [] }, 'kk')).toBeUndefined();
    expect(toBasketInput({ ...basket, storeId: '' }, 'kk')).toBeUndefined();
    expect(toBasketInput({ ...basket, cardNumber: '' }, 'kk')?.member).toBeUndefined();
  });
});
