/** `2026-11-22` as people here write it: 22.11.2026. */
export const dayText = (day: string): string => day.split('-').reverse().join('.');
