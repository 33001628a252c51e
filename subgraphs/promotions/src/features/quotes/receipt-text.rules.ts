import { localTimeAt, textIn, type Language, type PricedBasket } from '@adal/engine';
import { writeAmount, writeMoney } from '@adal/money';

/** Where a receipt is printed, as far as its words depend on it. */
export interface ReceiptPlace {
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Lines for the end of the receipt, for the customer to keep. */
export function receiptText(
  priced: Omit<PricedBasket, 'notApplied'>,
  { timeZone, currency }: ReceiptPlace,
  language: Language,
): string[] {
  const say = SENTENCES[language];
  const texts = noticeTexts(priced, 'RECEIPT_TEXT', language);
  if (priced.discountMinor > 0n) texts.push(say.saved(writeMoney(priced.discountMinor, language, currency)));
  if (priced.pointsSpentMinor > 0n) texts.push(say.paid(writeAmount(priced.pointsSpentMinor, language)));
  if (priced.pointsEarnedMinor > 0n) {
    texts.push(say.earned(writeAmount(priced.pointsEarnedMinor, language), dayText(priced.pointsActivateAt, timeZone)));
  }
  return texts;
}

/** What applied promotions want said to the cashier, or at the end of the receipt. */
export function noticeTexts(
  { notices }: Pick<PricedBasket, 'notices'>,
  kind: 'MESSAGE' | 'RECEIPT_TEXT',
  language: Language,
): string[] {
  return notices.flatMap(({ notice }) => (notice.kind === kind ? textIn(notice.text, language) : []));
}

const SENTENCES: Record<
  Language,
  { saved(amount: string): string; paid(points: string): string; earned(points: string, day: string): string }
> = {
  en: {
    saved: (amount) => `You saved ${amount}`,
    paid: (points) => `Paid with points: ${points}`,
    earned: (points, day) => `Points earned: ${points}, to spend from ${day}`,
  },
  ru: {
    saved: (amount) => `Ваша скидка: ${amount}`,
    paid: (points) => `Оплачено баллами: ${points}`,
    earned: (points, day) => `Начислено баллов: ${points}, можно тратить с ${day}`,
  },
  kk: {
    saved: (amount) => `Сіздің жеңілдігіңіз: ${amount}`,
    paid: (points) => `Ұпаймен төленді: ${points}`,
    earned: (points, day) => `Жинақталған ұпай: ${points}, ${day} бастап жұмсауға болады`,
  },
};

/** `dd.MM.yyyy` on the store's calendar. */
function dayText(at: number, timeZone: string): string {
  const { day, month, year } = localTimeAt(at, timeZone);
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}
