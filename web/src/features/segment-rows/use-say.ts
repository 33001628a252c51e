'use client';

import { useMessages, useTranslations } from 'next-intl';
import { isObject, textAt, textsOf, type Json, type JsonObject } from '@/features/draft';
import {
  conditionKinds,
  decimalsOf,
  goodsSlots,
  shown,
  unitOf,
  type Slot,
  type Unit,
} from '@/features/segment-definition';
import { pieces, useAttributeWords, useNamed, useStoreNames } from '@/features/sentence-rows';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useChoiceWords } from './choice-fields';
import { useSayWindow } from './window-words';

/** Says a condition in words of the page's language, ids by the names behind them. */
export function useSayCondition(): (condition: JsonObject) => string {
  const words: Record<string, string> = useMessages().segmentRows.conditions;
  const say = useSayGap();
  return (condition) => {
    const kind = textAt(condition, 'kind');
    const slots = conditionKinds[kind]?.slots ?? {};
    const said = pieces(words[kind] ?? kind).map(({ text, isGap }) => {
      const slot = isGap ? slots[text] : undefined;
      return slot === undefined ? text : say(condition, text, slot);
    });
    return said.join('').replace(/\s+/g, ' ').trim();
  };
}

/** What fills a gap, in words. */
function useSayGap() {
  const window = useSayWindow();
  const choice = useChoiceWords();
  const bounds = useSayBounds();
  const goods = useSayGoods();
  const named = useSayName();
  const any = useTranslations('definition.row')('any1');
  const fmt = useFmt();
  const attributes = useAttributeWords();
  const valueOf = (key: string) => (value: string) => attributes.get(key)?.values.get(value) ?? value;
  return (row: JsonObject, name: string, slot: Slot): string => {
    const value = row[name];
    switch (slot.is) {
      case 'names':
        return textsOf(value).map(named).join(', ') || (slot.canBeAny === true ? any : '');
      case 'tags':
        return textsOf(value).map(named).join(', ');
      case 'values':
        return textsOf(value)
          .map(valueOf(textAt(row, 'key')))
          .join(', ');
      case 'choices':
        return textsOf(value).map(choice).join(', ');
      case 'choice':
        return choice(typeof value === 'string' ? value : 'ANY');
      case 'flag':
        return choice(`${name.toUpperCase()}_${value === true ? 'TRUE' : 'FALSE'}`);
      case 'window':
      case 'ahead':
        return isObject(value) ? window(value) : '';
      case 'goods':
        return goods(isObject(value) ? value : {});
      case 'bounds':
        return bounds(row, unitOf(slot, textAt(row, 'measure')));
      case 'share':
        return fmt.percent(Number(value ?? 0) / 1_000);
      default:
        return attributes.get(textAt(row, name))?.name ?? named(textAt(row, name) || '…');
    }
  };
}

/** "from 5 to 10", of which either may be open. */
function useSayBounds() {
  const t = useTranslations('segmentRows');
  const fmt = useFmt();
  const print = (value: number, unit: Unit): string =>
    unit === 'MONEY' ? fmt.moneyWhole(shown(value, 2)) : fmt.number(shown(value, decimalsOf[unit]), 3);
  return ({ from, to }: JsonObject, unit: Unit): string => {
    const say = (bound: 'atLeast' | 'atMost', value: Json | undefined) =>
      typeof value === 'number' ? [t(`row.${bound}`, { n: print(value, unit) })] : [];
    if (from === to && typeof from === 'number') return print(from, unit);
    return [...say('atLeast', from), ...say('atMost', to)].join(' ') || t('choices.ANY');
  };
}

/** Which purchases: what they are narrowed to, or any. */
export function useSayGoods(): (goods: JsonObject) => string {
  const t = useTranslations('segmentRows');
  const choice = useChoiceWords();
  const named = useSayName();
  const weekday = useEnumLabel('weekday');
  return (goods) => {
    const parts = Object.keys(goodsSlots).flatMap((key) => {
      const value = goods[key];
      if (typeof value === 'boolean') return [choice(`${key.toUpperCase()}_${String(value).toUpperCase()}`)];
      const said = typeof value === 'string' ? choice(value) : textsOf(value).map(named).join(', ');
      return said === '' ? [] : [said];
    });
    const days = textsOf(goods['weekdays']).map(weekday).join(', ');
    const { hours } = goods;
    const clock = isObject(hours) ? `${textAt(hours, 'from')}:00–${textAt(hours, 'to')}:59` : '';
    return [...parts, days, clock].filter(Boolean).join(' · ') || t('row.anything');
  };
}

/** The name behind an id; what has none speaks for itself. */
function useSayName(): (value: string) => string {
  const names = new Map([
    ...[...useNamed('segments'), ...useNamed('pools'), ...useNamed('promotions')].map(
      ({ id, name }): [string, string] => [id, name],
    ),
    ...useStoreNames('stores').map(({ value, label }): [string, string] => [value, label]),
  ]);
  return (value) => names.get(value) ?? value;
}
