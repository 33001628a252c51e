export { grainOf, periodOf, previousPeriod, type Period } from './period';
export { PeriodPicker } from './period-picker';
export { usePeriod } from './use-period';
