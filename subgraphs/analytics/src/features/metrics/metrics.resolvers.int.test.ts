import { PurchaseConfirmed } from '@adal/events';
import { eventually } from '@adal/testkit';
import { anEvent, aReceipt } from '../../../test/builders';
import { ANALYST, startAnalytics, type TestAnalytics } from '../../../test/harness';

const METRIC = /* GraphQL */ `query ($input: MetricInput!) { metric(input: $input) { key unit rows { time dimensions value } } }`;

describe('metric', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());

  it('answers the revenue of a sale that a till has just booked', async () => {
    await analytics.publish(anEvent(PurchaseConfirmed, { receipt: aReceipt(), balance: null, pointsActivateAt: null, pointsExpireAt: null }));
    const input = { key: 'sales.revenue', from: '2026-03-10T00:00:00+05:00', to: '2026-03-11T00:00:00+05:00', grain: 'DAY' };
    await eventually(async () => {
      const { data, errors } = await analytics.execute(ANALYST, METRIC, { input });
      expect(errors).toBeUndefined();
      expect(data?.['metric']).toEqual({ key: 'sales.revenue', unit: 'MONEY', rows: [{ time: '2026-03-09T19:00:00.000Z', dimensions: [], value: 100 }] });
      return true;
    });
  });
});
