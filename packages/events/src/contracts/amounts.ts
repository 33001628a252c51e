import { z } from 'zod';

/** Money or points in minor units. A JSON integer: the largest accepted amount is far below 2^53. */
export const minor = z.int();
/** Quantity in thousandths. */
export const milli = z.int();
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
