import { z } from 'zod';
import { defineEvent, streamOf } from './define-event';

const event = (subject: string) => () => defineEvent({ subject, summary: 'A thing happened.', schema: z.object({}) });

describe('defineEvent', () => {
  it('takes <context>.<noun>.<past-verb>.v<n>', () => {
    expect(event('ledger.purchase.confirmed.v2')().subject).toBe('ledger.purchase.confirmed.v2');
  });

  it.each([
    'shop.purchase.confirmed.v1',
    'ledger.purchase.confirmed',
    'ledger.purchase.v1',
    'ledger.Purchase.confirmed.v1',
  ])('refuses %s when the code is loaded', (subject) => {
    expect(event(subject)).toThrow('is not <context>.<noun>.<past-verb>.v<n>');
  });
});

it('finds the stream of a subject', () => {
  expect(streamOf('ledger.purchase.confirmed.v1')).toBe('LEDGER');
});
