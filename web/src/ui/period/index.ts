export { grainOf, instantsOf, periodOf, previousPeriod, type Grain, type Period } from './period';
export { PeriodPicker } from './period-picker';
export { usePeriod } from './use-period';
