import { ANALYST, startAnalytics, type TestAnalytics } from '../../../test/harness';

const ID = '00000000-0000-7000-8000-000000000001';
const BEHAVIOUR = /* GraphQL */ `
  query ($of: [_Any!]!) {
    _entities(representations: $of) {
      ... on Member {
        behaviour {
          purchases
          revenue
          margin
          averageReceipt
          nextVisitOn
          favouriteStore {
            id
          }
          hours
          products {
            key
          }
          basket {
            key
          }
          affinities {
            score
          }
        }
        segments {
          since
        }
        rfmCells {
          name
        }
      }
    }
  }
`;

describe('how a member buys, as it travels', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());
  const of = [{ __typename: 'Member', id: ID }];

  it('is there for who has bought nothing', async () => {
    const { data, errors } = await analytics.execute(ANALYST, BEHAVIOUR, { of });
    expect(errors).toBeUndefined();
    expect(data?.['_entities']).toEqual([
      {
        behaviour: {
          ...{ purchases: 0, revenue: '0.00', margin: '0.00', averageReceipt: null, nextVisitOn: null },
          ...{ favouriteStore: null, hours: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)) },
          ...{ products: [], basket: [], affinities: [] },
        },
        ...{ segments: [], rfmCells: [] },
      },
    ]);
  });

  it('keeps cost, segments and members to those who may see them', async () => {
    const permissions = new Set(['members.read'] as const);
    const { errors } = await analytics.execute({ ...ANALYST, permissions }, BEHAVIOUR, { of });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    const nobody = await analytics.execute({ ...ANALYST, permissions: new Set() }, BEHAVIOUR, { of });
    expect(nobody.errors?.every(({ extensions }) => extensions?.['code'] === 'FORBIDDEN')).toBe(true);
  });
});
