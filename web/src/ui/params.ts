import type { LocalDate } from '@/fmt/dates';

export type UrlPatch = Record<string, string | undefined>;

/** Blank values leave the address. */
export function patched(params: URLSearchParams, patch: UrlPatch): URLSearchParams {
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || value === '') params.delete(key);
    else params.set(key, value);
  }
  return params;
}

/** A patch that takes these keys out of the address. */
export function blank(keys: readonly string[]): UrlPatch {
  return Object.fromEntries(keys.map((key) => [key, undefined]));
}

/** What a page's server part receives, as the browser's part reads it. A repeated key counts once. */
export function toParams(searchParams: Record<string, string | string[] | undefined>): URLSearchParams {
  const entries = Object.entries(searchParams).flatMap(([key, value]) => {
    const one = Array.isArray(value) ? value[0] : value;
    return one === undefined ? [] : [[key, one]];
  });
  return new URLSearchParams(entries);
}

export function textParam(params: URLSearchParams, key: string): string | undefined {
  return params.get(key) || undefined;
}

/** A calendar day of the address; what is not one counts as absent. */
export function dateParam(params: URLSearchParams, key: string): LocalDate | undefined {
  const value = params.get(key);
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** A time of day of the address, HH:MM; what is not one counts as absent. */
export function timeParam(params: URLSearchParams, key: string): string | undefined {
  const value = params.get(key);
  return value !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined;
}
