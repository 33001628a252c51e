import type { Words } from './metric';

/** What narrows a metric, as its name and its description say it. */
export interface Narrowing {
  /** Said of sums over receipts: after the name in Russian and English, before it in Kazakh. */
  readonly ofSums: Words;
  /** Said of receipts themselves: "receipts with a discount". */
  readonly ofReceipts: Words;
  /** A sentence that follows the description. */
  readonly sentence: Words;
  /** Which facts, before or after "receipts". */
  readonly which: Words;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a metric over a part of its facts. */
export function narrowedName([ru, kk, en]: Words, narrowing: Narrowing, isOfReceipts = false): Words {
  const [ruPart, kkPart, enPart] = isOfReceipts ? narrowing.ofReceipts : narrowing.ofSums;
  return [`${ru} ${ruPart}`, raised(`${kkPart} ${lowered(kk)}`), `${en} ${enPart}`];
}

/** Two texts, one after the other, in each language. */
export const joined = (first: Words, second: Words): Words => [
  `${first[0]} ${second[0]}`,
  `${first[1]} ${second[1]}`,
  `${first[2]} ${second[2]}`,
];

/** A sentence that says which receipts are meant. */
export const onlyReceipts = ([ru, kk, en]: Words): Words => [
  `Только чеки ${ru}.`,
  `Тек ${kk} чектер.`,
  `Only receipts ${en}.`,
];
