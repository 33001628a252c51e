import type { NameSource } from '@/features/draft';

/** A gap in the sentence of a row: what is filled in there, and with what kind of field. */
export type Slot = ValueSlot | NestingSlot;

/** Holds rows of its own. */
type NestingSlot = { is: 'goods' | 'steps' | 'parts' | 'rates' };

/** Holds a value. */
export type ValueSlot =
  | { is: 'whole' }
  | { is: 'decimal'; unit: 'money' | 'percent' | 'points' | 'factor' }
  | { is: 'text' }
  | { is: 'names'; of: NameSource }
  | { is: 'name'; of: NameSource }
  | { is: 'choice'; of: readonly string[]; canBeBlank?: boolean }
  | { is: 'weekdays' | 'channels' | 'windows' | 'instant' | 'texts' }
  /** Of an attribute: how it compares and with what. */
  | { is: 'test'; of: 'attributes' | 'memberAttributes' }
  /** What is measured, and its least and most, written as the measure is. */
  | { is: 'bounds'; measures: readonly string[] }
  /** The n-th purchase, or every n-th. */
  | { is: 'nth' }
  /** When points become active, and how long they live. */
  | { is: 'dates' };

export const whole: ValueSlot = { is: 'whole' };
export const money: ValueSlot = { is: 'decimal', unit: 'money' };
export const percent: ValueSlot = { is: 'decimal', unit: 'percent' };
export const goods: Slot = { is: 'goods' };
export const names = (of: NameSource): ValueSlot => ({ is: 'names', of });
export const choice = (...of: readonly string[]): ValueSlot => ({ is: 'choice', of });
