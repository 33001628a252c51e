import { describe as describeDefinition, parseDefinition } from '.';

it('says a definition in three languages', () => {
  const parsed = parseDefinition({
    effects: [{ kind: 'PERCENT', percent: '10', goods: { kind: 'CATEGORY', in: ['Shoes'] } }],
    condition: {
      kind: 'ALL',
      of: [
        { kind: 'GENDER', gender: 'FEMALE' },
        { kind: 'AGE', from: 25, to: 40 },
      ],
    },
    caps: { basket: { amount: '5000' } },
  });
  if (parsed.__typename !== 'Definition') throw new Error(JSON.stringify(parsed.faults));
  expect((['en', 'ru', 'kk'] as const).map((language) => describeDefinition(parsed.definition, language))).toEqual([
    [
      '10% off on category Shoes.',
      'When: women; aged 25 to 40.',
      'At most 5,000 of a receipt.',
      'A control group of 10% gets nothing.',
    ],
    [
      'Скидка 10%: категория Shoes.',
      'Условия: женщины; возраст: от 25 до 40.',
      'Не более 5\u00a0000 на чек.',
      'Контрольная группа 10% ничего не получает.',
    ],
    [
      '10% жеңілдік: Shoes санаты.',
      'Шарттары: әйелдер; жасы: 25–40.',
      'Бір чекке ең көбі 5\u00a0000.',
      '10% бақылау тобы ештеңе алмайды.',
    ],
  ]);
});
