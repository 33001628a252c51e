import { cityKey } from './clause';
import type { Channel, PurchaseCondition, StoreLists } from './condition';
import type { Check } from './facts';
import { ofMember } from './member-checks';
import { reason } from './reason';

export function isNthPurchase({ n, every }: Extract<PurchaseCondition, { kind: 'NTH_PURCHASE' }>): Check {
  return ofMember(({ purchaseCount }) => {
    const current = purchaseCount + 1;
    if (n !== null && current !== n) return reason('purchase.nth', { n: String(n), current: String(current) });
    if (every !== null && current % every !== 0) {
      return reason('purchase.every', { every: String(every), missing: String(every - (current % every)) });
    }
    return null;
  });
}

export function isFirstPurchase(): Check {
  const notFirst = reason('purchase.not_first');
  return ofMember(({ purchaseCount }) => (purchaseCount === 0 ? null : notFirst));
}

export function isPaidBy(tenders: readonly string[]): Check {
  const wanted = new Set(tenders);
  const otherwise = reason('purchase.tender', { names: tenders.join(', ') });
  return ({ basket }) => (basket.tenders.some(({ tender }) => wanted.has(tender)) ? null : otherwise);
}

export function isOnChannel(channels: readonly Channel[]): Check {
  const elsewhere = reason('purchase.channel', { channels: channels.join(',') });
  return ({ basket }) => (channels.includes(basket.channel) ? null : elsewhere);
}

export function isStore({ storeIds, cities, banners, brands }: StoreLists): Check {
  const ids = new Set(storeIds);
  const cityKeys = new Set(cities.map(cityKey));
  const bannerNames = new Set<string | null>(banners);
  const brandNames = new Set<string | null>(brands);
  const elsewhere = reason('store.not_included');
  return ({ basket: { storeId, store } }) => {
    if (ids.size > 0 && !ids.has(storeId)) return elsewhere;
    if (cityKeys.size > 0 && !cityKeys.has(cityKey(store.city ?? ''))) return elsewhere;
    if (bannerNames.size > 0 && !bannerNames.has(store.banner)) return elsewhere;
    return brandNames.size > 0 && !brandNames.has(store.brand) ? elsewhere : null;
  };
}

export function hasCoupon(poolId: string): Check {
  const absent = reason('coupon.absent');
  return ({ basket }) => (basket.coupons.some((coupon) => coupon.poolId === poolId) ? null : absent);
}
