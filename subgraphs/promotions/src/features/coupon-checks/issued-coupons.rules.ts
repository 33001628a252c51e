import type { AppliedNotice, Language } from '@adal/engine';
import type { IssuedCoupon } from '@adal/events';
import { codeFor, formatOf, lastDayOf, type CouponPool, type PoolBook } from '../coupon-pools';
import { dayText } from './day-text.rules';

export interface IssueScene {
  readonly quoteId: string;
  readonly occurredAt: Date;
  readonly timeZone: string;
  readonly memberId: string | null;
  readonly language: Language;
}

/**
 * The coupons that a sale will issue. Each code is made from the quote's id by the pool's secret, so that a confirm that is sent again
 * issues the same one; nothing is written until the sale is in the books.
 */
export function issuedCoupons(notices: readonly AppliedNotice[], pools: PoolBook, scene: IssueScene): IssuedCoupon[] {
  return notices.flatMap(({ promotionId, notice }, index) => {
    if (notice.kind !== 'COUPON_NOW' && notice.kind !== 'COUPON_NEXT') return [];
    const pool = pools.byId(notice.poolId);
    if (pool === null || !canIssue(pool, scene)) return [];
    const code = codeFor(formatOf(pool), pool.secret, `${scene.quoteId}/${promotionId}/${index}`);
    const validFrom = notice.kind === 'COUPON_NEXT' ? lastDayOf(scene.occurredAt, 1, scene.timeZone) : null;
    const days = pool.validDays === null ? null : lastDayOf(scene.occurredAt, pool.validDays, scene.timeZone);
    const validUntil = [days, pool.validUntil].filter((day) => day !== null).sort()[0] ?? null;
    const text = textOf(pool.name, code, { validFrom, validUntil }, scene.language);
    return [{ code, poolId: pool.id, promotionId, text, barcode: code, validFrom, validUntil }];
  });
}

const canIssue = ({ kind, status }: CouponPool, { memberId }: IssueScene): boolean =>
  status === 'OPEN' && (kind === 'PRINTED' || (kind === 'PERSONAL' && memberId !== null));

type Days = Pick<IssuedCoupon, 'validFrom' | 'validUntil'>;

function textOf(name: string, code: string, { validFrom, validUntil }: Days, language: Language): string[] {
  const say = SENTENCES[language];
  const from = validFrom === null ? null : dayText(validFrom);
  const until = validUntil === null ? null : dayText(validUntil);
  const days = say.days(from, until);
  return [say.coupon(name, code), ...(days === '' ? [] : [days])];
}

interface Words {
  coupon(name: string, code: string): string;
  days(from: string | null, until: string | null): string;
}

const SENTENCES: Record<Language, Words> = {
  en: {
    coupon: (name, code) => `Coupon “${name}”: ${code}`,
    days: (from, until) => joined('Good', from && `from ${from}`, until && `until ${until}`),
  },
  ru: {
    coupon: (name, code) => `Купон «${name}»: ${code}`,
    days: (from, until) => joined('Действует', from && `с ${from}`, until && `по ${until}`),
  },
  kk: {
    coupon: (name, code) => `«${name}» купоны: ${code}`,
    days: (from, until) => joined('Жарамды:', from && `${from} бастап`, until && `${until} дейін`),
  },
};

const joined = (first: string, ...parts: (string | null)[]): string => {
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? '' : [first, ...present].join(' ');
};
