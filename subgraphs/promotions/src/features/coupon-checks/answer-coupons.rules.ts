import { sentenceOf, type Language, type PricedBasket, type Reason } from '@adal/engine';
import { dayText } from './day-text.rules';
import type { JudgedCoupon } from './judge-coupons.rules';

export type CouponStatus =
  Exclude<JudgedCoupon['fate'], 'VALID'> | 'ACCEPTED' | 'SPARE' | 'NOT_WITH_BASKET' | 'NOT_WANTED';

export interface CouponAnswer {
  code: string;
  status: CouponStatus;
  message: string;
  promotionIds: string[];
}

/** A running promotion that takes coupons of a pool, and why it gave nothing when it did not. */
export interface CouponTaker {
  readonly promotionId: string;
  readonly name: string;
  readonly poolIds: readonly string[];
}

/** What became of each code, in a sentence. */
export function answerCoupons(
  judged: readonly JudgedCoupon[],
  takers: readonly CouponTaker[],
  priced: Pick<PricedBasket, 'applied' | 'notApplied'>,
  language: Language,
): CouponAnswer[] {
  const because = new Map(priced.notApplied.map((entry) => [entry.promotionId, entry.because]));
  return judged.map((coupon) => {
    const { status, figures, promotionIds } = settle(coupon, takers, priced, because);
    const reason = figures.reason === undefined ? '' : sentenceOf(figures.reason, language);
    const message = SENTENCES[status][language]
      .replace('{name}', () => figures.name ?? '')
      .replace('{reason}', () => reason)
      .replace('{day}', () => (figures.day ? dayText(figures.day) : '—'));
    return { code: coupon.asked, status, message, promotionIds };
  });
}

interface Settled {
  status: CouponStatus;
  promotionIds: string[];
  figures: { name?: string; reason?: Reason; day?: string | null };
}

function settle(
  coupon: JudgedCoupon,
  takers: readonly CouponTaker[],
  { applied }: Pick<PricedBasket, 'applied'>,
  because: ReadonlyMap<string, Reason>,
): Settled {
  if (coupon.fate !== 'VALID') {
    return { status: coupon.fate, promotionIds: [], figures: 'day' in coupon ? { day: coupon.day } : {} };
  }
  const used = applied.filter(({ couponCodes }) => couponCodes.includes(coupon.code));
  if (used.length > 0) {
    const name = used.map((promotion) => promotion.name).join(', ');
    return { status: 'ACCEPTED', promotionIds: used.map(({ promotionId }) => promotionId), figures: { name } };
  }
  const wanting = takers.filter(({ poolIds }) => poolIds.includes(coupon.pool.id));
  const promotionIds = wanting.map(({ promotionId }) => promotionId);
  const happy = wanting.find(({ promotionId }) => applied.some((entry) => entry.promotionId === promotionId));
  if (happy !== undefined) return { status: 'SPARE', promotionIds, figures: { name: happy.name } };
  // Who is in a control group gets no reason, and so learns nothing of it.
  const [failed] = wanting.flatMap(({ promotionId, name }) => {
    const reason = because.get(promotionId);
    return reason === undefined ? [] : [{ name, reason }];
  });
  return failed === undefined
    ? { status: 'NOT_WANTED', promotionIds: [], figures: {} }
    : { status: 'NOT_WITH_BASKET', promotionIds, figures: failed };
}

const SENTENCES: Record<CouponStatus, Record<Language, string>> = {
  ACCEPTED: { en: 'Accepted: {name}', ru: 'Принят: {name}', kk: 'Қабылданды: {name}' },
  SPARE: {
    en: 'Not used: “{name}” has taken another coupon; this one stays good',
    ru: 'Не понадобился: акция «{name}» взяла другой купон, этот остаётся действительным',
    kk: 'Қажет болмады: «{name}» акциясы басқа купонды алды, бұл купон жарамды болып қалады',
  },
  UNKNOWN: { en: 'Nobody knows this code', ru: 'Такого кода нет', kk: 'Мұндай код жоқ' },
  MISTYPED: {
    en: 'The code is mistyped: compare it with the coupon',
    ru: 'В коде опечатка: сверьте его с купоном',
    kk: 'Кодта қате бар: купонмен салыстырыңыз',
  },
  CLOSED: {
    en: 'These coupons are not accepted now',
    ru: 'Эти купоны сейчас не принимаются',
    kk: 'Бұл купондар қазір қабылданбайды',
  },
  REVOKED: { en: 'The coupon was revoked', ru: 'Купон отозван', kk: 'Купон кері қайтарып алынған' },
  USED: { en: 'The coupon was used on {day}', ru: 'Купон использован {day}', kk: 'Купон {day} күні пайдаланылған' },
  NOT_YET: { en: 'The coupon is good from {day}', ru: 'Купон действует с {day}', kk: 'Купон {day} бастап жарамды' },
  EXPIRED: {
    en: 'The coupon was good until {day}',
    ru: 'Купон действовал до {day}',
    kk: 'Купон {day} дейін жарамды болған',
  },
  MEMBER_NEEDED: {
    en: 'The coupon needs the member’s card',
    ru: 'Для купона нужна карта участника',
    kk: 'Купон үшін қатысушының картасы керек',
  },
  OTHER_MEMBER: {
    en: 'The coupon is another person’s',
    ru: 'Купон выдан другому человеку',
    kk: 'Купон басқа адамға берілген',
  },
  MEMBER_LIMIT: {
    en: 'The member has used as many of these coupons as there are for one person',
    ru: 'Участник уже использовал столько таких купонов, сколько положено одному человеку',
    kk: 'Қатысушы мұндай купондардың бір адамға берілетін санын пайдаланып қойған',
  },
  NOT_WITH_BASKET: {
    en: '“{name}” does not apply: {reason}',
    ru: 'Акция «{name}» не сработала: {reason}',
    kk: '«{name}» акциясы іске аспады: {reason}',
  },
  NOT_WANTED: {
    en: 'No promotion takes this coupon now',
    ru: 'Сейчас этот купон не нужен ни одной акции',
    kk: 'Қазір бұл купон ешбір акцияға қажет емес',
  },
};
