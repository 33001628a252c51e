import { v7 } from 'uuid';

/** A new id: UUIDv7, so that ids sort by the time they were made. */
export const newId = (): string => v7();

/** True for any UUID. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** True for a client-made id: 1 to 64 visible characters. */
export function isClientId(text: string): boolean {
  return /^[\x21-\x7e]{1,64}$/.test(text);
}
