import { decideProgramme, type ProgrammeCommand } from './programme.rules';

const command = (changes: Partial<ProgrammeCommand> = {}): ProgrammeCommand => ({
  earnPercent: 5_000n,
  payablePercent: 30_000n,
  roundingStep: 1n,
  roundingMode: 'DOWN',
  activationDays: 14,
  lifetimeDays: 365,
  version: 1,
  ...changes,
});

it('keeps percentages in basis points', () => {
  expect(decideProgramme(command({ earnPercent: 7_250n, lifetimeDays: null }))).toEqual({
    earnBasisPoints: 725,
    payableBasisPoints: 3_000,
    roundingStepMinor: 1n,
    roundingMode: 'DOWN',
    activationDays: 14,
    lifetimeDays: null,
  });
});

it('changes the shortfall policy only when one is given', () => {
  expect(decideProgramme(command({ shortfallPolicy: 'WITHHOLD' }))).toMatchObject({ shortfallPolicy: 'WITHHOLD' });
  expect(decideProgramme(command())).not.toHaveProperty('shortfallPolicy');
});

it.each<[string, Partial<ProgrammeCommand>]>([
  ['earnPercent', { earnPercent: -1n }],
  ['earnPercent', { earnPercent: 100_010n }],
  ['earnPercent', { earnPercent: 5_001n }],
  ['payablePercent', { payablePercent: 200_000n }],
  ['roundingStep', { roundingStep: 0n }],
  ['roundingStep', { roundingStep: 100_001n }],
  ['roundingMode', { roundingMode: 'UP' }],
  ['activationDays', { activationDays: -1 }],
  ['activationDays', { activationDays: 366 }],
  ['lifetimeDays', { lifetimeDays: 0 }],
  ['lifetimeDays', { lifetimeDays: 3_651 }],
  ['shortfallPolicy', { shortfallPolicy: 'FORGIVE' }],
])('names %s when it is out of bounds', (field, changes) =>
  expect(decideProgramme(command(changes))).toMatchObject({ __typename: 'ProgrammeInvalid', field }),
);
