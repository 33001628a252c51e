import { newId } from '@adal/service';
import { toEnginePromotion } from './engine-promotion.rules';
import { readPromotion, type SavePromotionCommand } from './promotion.rules';

function engine(changes: Partial<SavePromotionCommand>) {
  const command = {
    id: newId(),
    name: 'Autumn',
    mechanic: 'PERCENT_OFF',
    effect: { percentOff: 12_500n },
    scope: {},
    conditions: {},
    ...changes,
  };
  const content = readPromotion(command);
  if ('__typename' in content) throw new Error(JSON.stringify(content.problems));
  return toEnginePromotion({ ...content, id: command.id, version: 1 });
}

it('turns thousandths of the graph into hundredths of the engine', () => {
  expect(engine({}).effects).toMatchObject([{ kind: 'PERCENT', percent: 1_250n }]);
  const multiplier = engine({ mechanic: 'POINTS_MULTIPLIER', effect: { pointsMultiplier: 2_500n } });
  expect(multiplier.effects).toMatchObject([{ kind: 'POINTS_MULTIPLIER', factor: 250n }]);
  const amount = engine({ mechanic: 'AMOUNT_OFF', effect: { amountOff: 5n, basketAtLeast: 7n } });
  expect(amount.effects).toMatchObject([{ kind: 'AMOUNT_OFF', amount: 5n }]);
  expect(amount.condition).toMatchObject({ of: [{ kind: 'LINES', measure: 'SUM', atLeast: 7n }] });
});

it.each([
  [{}, []],
  [{ timeFrom: '18:00', timeTo: '20:30' }, [{ from: 1_080, until: 1_230 }]],
  [{ timeFrom: '18:00' }, [{ from: 1_080, until: 1_440 }]],
  [{ timeTo: '09:05' }, [{ from: 0, until: 545 }]],
])('reads the hours %p', (conditions, windows) => expect(engine({ conditions }).schedule.hours).toEqual(windows));

it('asks for every condition that is set', () => {
  const conditions = { membersOnly: true, gender: 'MALE', ageTo: 30, cities: ['Almaty'], birthdayWithinDays: 3 };
  expect(engine({ conditions }).condition).toEqual({
    kind: 'ALL',
    of: [
      { kind: 'IDENTIFIED' },
      { kind: 'GENDER', gender: 'MALE' },
      { kind: 'AGE', from: null, to: 30 },
      { kind: 'CITY', in: ['Almaty'] },
      { kind: 'BIRTHDAY', daysBefore: 3, daysAfter: 3 },
    ],
  });
});
