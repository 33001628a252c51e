import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { eventually } from '@adal/testkit';
import { runningStack } from './stack';
import { freshEmail, mailTo, minor, openTill } from './till';

/** One partner, one member, from enrolment to the statement, all through the gateway. */
test('a sale earns points, a partial return takes its share back, and the till may repeat itself', async () => {
  const stack = runningStack();
  const till = openTill(stack);
  const email = freshEmail();
  const purchaseId = randomUUID();

  const memberId = await till.enrol(email);
  const quote = await till.quote(memberId);
  expect(quote.__typename).toBe('PurchaseQuote');
  expect(minor(quote.payable)).toBe(minor(quote.total) - minor(quote.discount));

  const reserved = await till.reserve({ purchaseId, quote: quote.token });
  expect(reserved).toEqual({ __typename: 'PurchaseReserved', replayed: false });

  const sale = { purchaseId, quote: quote.token, receiptNumber: 'e2e-1' };
  const first = await till.confirm(sale);
  expect(first).toMatchObject({ __typename: 'PurchaseConfirmed', replayed: false });
  expect(first.purchase).toMatchObject({ payable: quote.payable, pointsEarned: quote.pointsEarned });
  expect(await till.confirm(sale)).toEqual({ ...first, replayed: true });
  expect((await till.confirm({ ...sale, receiptNumber: 'e2e-2' })).__typename).toBe('PurchaseIdReused');

  const part = { returnId: randomUUID(), purchaseId, lines: [{ lineNo: 1, quantity: '1' }] };
  const returned = await till.giveBack(part);
  expect(returned).toMatchObject({ __typename: 'PurchaseReturned', replayed: false });
  const line = first.purchase.lines.find(({ lineNo }) => lineNo === 1);
  expect(Math.abs(2 * minor(returned.return.refund) - minor(line?.amount ?? '0'))).toBeLessThanOrEqual(1);
  expect(await till.giveBack(part)).toEqual({ ...returned, replayed: true });

  const { balance, statement } = await till.wallet(memberId);
  const kept = minor(first.purchase.pointsEarned) - minor(returned.return.pointsWithdrawn);
  expect(minor(balance.available) + minor(balance.pending)).toBe(kept);
  expect(minor(balance.held)).toBe(0);
  expect(statement.edges.map(({ node }) => node.kind)).toEqual(expect.arrayContaining(['EARN', 'RETURN']));

  await eventually(async () => (await mailTo(stack, email)).length >= 2);
});

test('points pay for a part of the next basket, and a full return gives them back', async () => {
  const stack = runningStack();
  const till = openTill(stack);
  const memberId = stack.demo.member?.id ?? '';
  const before = await till.wallet(memberId);

  const most = await till.quote(memberId);
  const pointsToSpend = Math.min(minor(most.pointsSpendable), minor(before.balance.available)) / 100;
  expect(pointsToSpend).toBeGreaterThan(0);
  const quote = await till.quote(memberId, { pointsToSpend: pointsToSpend.toFixed(2) });
  expect(minor(quote.payable)).toBe(minor(quote.total) - minor(quote.discount) - minor(pointsToSpend.toFixed(2)));

  const purchaseId = randomUUID();
  const { purchase } = await till.confirm({ purchaseId, quote: quote.token });
  expect(minor(purchase.pointsSpent)).toBe(minor(pointsToSpend.toFixed(2)));
  const returned = await till.giveBack({ returnId: randomUUID(), purchaseId });
  expect(returned.return.pointsGivenBack).toBe(purchase.pointsSpent);
  expect(returned.return.pointsWithdrawn).toBe(purchase.pointsEarned);
  expect((await till.wallet(memberId)).balance).toEqual(before.balance);
});
