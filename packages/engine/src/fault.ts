import type { z } from 'zod';
import { FAULT_NOUNS } from './fault-nouns';
import { FAULT_TEXTS } from './fault-texts';
import { say, type Language } from './language';

/** What is wrong with a definition, in a sentence, and where: `effects.0.percent`, `condition.of.1`. */
export interface Fault {
  path: string;
  code: FaultCode;
  /** The sentence in English, with `{name}` where figures go: `sayFault` says it in other languages. */
  text: FaultText;
  args: FaultArgs;
  /** The sentence in English. */
  message: string;
}

export type FaultText = keyof typeof FAULT_TEXTS;
export type FaultNoun = keyof typeof FAULT_NOUNS;
/** Figures of a sentence; its noun by its English words. */
export type FaultArgs = Readonly<Record<string, string | number>> & { readonly noun?: FaultNoun };

export type FaultCode =
  /** Not of the language: a missing field, a wrong type, an amount that is none. */
  | 'SHAPE'
  | 'OUT_OF_BOUNDS'
  | 'EMPTY'
  | 'BLANK'
  | 'REPEATED'
  /** Ends before it starts. */
  | 'REVERSED'
  /** Can never be true. */
  | 'CONTRADICTION'
  /** Has no effect on anything. */
  | 'USELESS'
  | 'TOO_DEEP'
  | 'TOO_MANY';

/** The sentence of a fault. */
export function sayFault({ text, args }: Pick<Fault, 'text' | 'args'>, language: Language): string {
  const { noun } = args;
  const figures: Record<string, string> = {};
  for (const [name, figure] of Object.entries(args)) figures[name] = String(figure);
  if (noun !== undefined) figures['noun'] = say([noun, ...FAULT_NOUNS[noun]], language);
  return say([text, ...FAULT_TEXTS[text]], language, figures);
}

const faultOf = (path: string, code: FaultCode, text: FaultText, args: FaultArgs = {}): Fault => ({
  ...{ path, code, text, args },
  message: sayFault({ text, args }, 'en'),
});

/** Collects faults as a definition is looked through. */
export class Faults {
  readonly all: Fault[] = [];

  add(path: string, code: FaultCode, text: FaultText, args?: FaultArgs): void {
    this.all.push(faultOf(path, code, text, args));
  }

  /** Adds a fault unless it is right. */
  check(isRight: boolean, path: string, code: FaultCode, text: FaultText, args?: FaultArgs): void {
    if (!isRight) this.add(path, code, text, args);
  }

  /** A list of names: not empty, none blank, none twice. */
  names(path: string, names: readonly string[], noun: FaultNoun): void {
    this.check(names.length > 0, path, 'EMPTY', 'Name at least one {noun}.', { noun });
    this.list(path, names, noun);
  }

  /** A list of names that may be empty. */
  list(path: string, names: readonly string[], noun: FaultNoun): void {
    const max = NAMES_MAX;
    const isFull = names.every((name) => name.trim() !== '');
    const tooMany = 'Name at most {max} of each: use a product set or a list.';
    this.check(names.length <= max, path, 'TOO_MANY', tooMany, { max });
    this.check(isFull, path, 'BLANK', 'A {noun} is blank.', { noun });
    this.check(new Set(names).size === names.length, path, 'REPEATED', 'A {noun} is named twice.', { noun });
  }

  /** Both ends inside. */
  integer(path: string, value: number, min: number, max: number, noun: FaultNoun): void {
    const isRight = Number.isSafeInteger(value) && value >= min && value <= max;
    const text = '{noun} must be a whole number from {min} to {max}.';
    this.check(isRight, path, 'OUT_OF_BOUNDS', text, { noun, min, max });
  }
}

const NAMES_MAX = 2_000;

/** What does not fit the language. A union tells of every alternative; the kind that was meant says what is wrong with it. */
export function shapeFaultsOf(issue: z.core.$ZodIssue): Fault[] {
  return [faultOf(issue.path.join('.'), 'SHAPE', '{detail}', { detail: messageOf(issue) })];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'unrecognized_keys') return `There is no ${issue.keys.join(', ')} here.`;
  return `${issue.message}.`;
}
