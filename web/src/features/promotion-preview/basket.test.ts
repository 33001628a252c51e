import { toBasketInput, type Basket } from './basket';

const line = { key: 'a', sku: 'SKU-1', name: 'Boots', quantity: '2', price: '12 500,5' };
const basket: Basket = { storeId: 'ALA-1', memberKey: ' 2900000000018 ', member: undefined, at: null, lines: [line] };

describe('a sample receipt', () => {
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

  it('is not priced without a line or a store, and is anonymous without a key', () => {
    expect(toBasketInput({ ...basket, lines: [] }, 'kk')).toBeUndefined();
    expect(toBasketInput({ ...basket, storeId: '' }, 'kk')).toBeUndefined();
    expect(toBasketInput({ ...basket, memberKey: '' }, 'kk')?.member).toBeUndefined();
  });

  it('knows a card, a phone and an e-mail by their looks, and the member of a real receipt by id', () => {
    const memberOf = (memberKey: string) => toBasketInput({ ...basket, memberKey }, 'kk')?.member;
    expect(memberOf('+7 701 000 00 00')).toEqual({ phone: '+7 701 000 00 00' });
    expect(memberOf('a@example.kz')).toEqual({ email: 'a@example.kz' });
    expect(toBasketInput({ ...basket, member: { id: 'm', name: 'A' } }, 'kk')?.member).toEqual({ id: 'm' });
  });
});
