/** The calendar shows a year at a time, the current one first. */
export const yearOf = (params: URLSearchParams, today: string): string => {
  const asked = params.get('year') ?? '';
  return /^(19|20|21)\d{2}$/.test(asked) ? asked : today.slice(0, 4);
};

export const holidaysVariables = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
