import type { Texts3 } from './language';
import { MEMBER_REASONS } from './member-reason-texts';
import type { ReasonKey } from './reason';

/** Every reason in every language. Figures are in braces. */
export const REASONS: Record<ReasonKey, Texts3> = {
  'discount.percent': ['{percent}% off', 'Скидка {percent}%', '{percent}% жеңілдік'],
  'discount.amount': ['{amount} off', 'Скидка {amount}', '{amount} жеңілдік'],
  'discount.amount_every': [
    '{amount} off for every {every} pcs',
    'Скидка {amount} за каждые {every} шт.',
    'Әр {every} дана үшін {amount} жеңілдік',
  ],
  'discount.fixed_price': ['At {price}', 'По цене {price}', '{price} бағасымен'],
  'discount.cheapest_free': [
    'The cheapest {free} of {of} free',
    'Самые дешёвые {free} из {of} бесплатно',
    '{of} ішінен ең арзан {free} тегін',
  ],
  'discount.n_for_m': ['{take} for the price of {pay}', '{take} по цене {pay}', '{pay} бағасына {take}'],
  'discount.nth_at_percent': [
    'Each {n}th with {percent}% off',
    'Каждый {n}-й со скидкой {percent}%',
    'Әр {n}-ші {percent}% жеңілдікпен',
  ],
  'discount.bundle_price': ['The set for {price}', 'Комплект за {price}', 'Жиынтық {price}'],
  'discount.set_percent': [
    'The set with {percent}% off',
    'Комплект со скидкой {percent}%',
    'Жиынтық {percent}% жеңілдікпен',
  ],
  'discount.gift': ['A gift: {goods}', 'Подарок: {goods}', 'Сыйлық: {goods}'],
  'discount.tiers': ['The more, the cheaper', 'Больше — дешевле', 'Көп алсаңыз — арзан'],
  'points.fixed': ['{points} points', 'Баллы: {points}', 'Ұпай: {points}'],
  'points.percent': ['{percent}% back in points', 'Кешбэк {percent}% баллами', '{percent}% ұпаймен кешбэк'],
  'points.multiplier': ['Points ×{factor}', 'Баллы ×{factor}', 'Ұпай ×{factor}'],
  'points.tender': ['Points for paying by {names}', 'Баллы за оплату: {names}', 'Төлем үшін ұпай: {names}'],
  'notice.only': ['A coupon or a message', 'Купон или сообщение', 'Купон немесе хабарлама'],
  'goods.none': ['None of its goods are in the basket', 'В корзине нет товаров акции', 'Себетте акция тауарлары жоқ'],
  'goods.no_benefit': [
    'There is nothing left to give on its goods',
    'По товарам акции больше нечего начислить или снизить',
    'Акция тауарлары бойынша беретін жеңілдік қалмады',
  ],
  'goods.not_discountable': [
    'No discounts on these goods',
    'На эти товары скидки не действуют',
    'Бұл тауарларға жеңілдік жүрмейді',
  ],
  'goods.min_price': ['Already at the minimum price', 'Уже минимальная цена', 'Баға ең төменгі деңгейде'],
  'goods.not_in_set': ['Not among the pieces of the set', 'Не входит в комплект акции', 'Акция жиынтығына кірмейді'],
  'units.missing': [
    '{missing} more of {goods} to make {threshold}',
    'Ещё {missing} шт. до {threshold}: {goods}',
    '{threshold} дана болу үшін тағы {missing}: {goods}',
  ],
  'bundle.incomplete': [
    'The set lacks {missing} of {goods}',
    'До комплекта не хватает {missing} шт.: {goods}',
    'Жиынтыққа {missing} дана жетпейді: {goods}',
  ],
  'gift.absent': [
    'Add the gift to the basket: {quantity} of {goods}',
    'Добавьте подарок в чек: {goods}, {quantity} шт.',
    'Сыйлықты чекке қосыңыз: {goods}, {quantity} дана',
  ],
  'tier.below_sum': [
    '{missing} more for {gives}: {goods}',
    'Ещё {missing} до скидки {gives}: {goods}',
    '{gives} жеңілдікке тағы {missing}: {goods}',
  ],
  'tier.below_quantity': [
    '{missing} pcs more for {gives}: {goods}',
    'Ещё {missing} шт. до скидки {gives}: {goods}',
    '{gives} жеңілдікке тағы {missing} дана: {goods}',
  ],
  'basket.sum_below': [
    '{missing} more to reach {threshold}',
    'До {threshold} не хватает {missing}',
    '{threshold} жету үшін тағы {missing} керек',
  ],
  'basket.sum_above': ['Only up to {most}', 'Только для чека до {most}', 'Тек {most} дейінгі чекке'],
  'basket.quantity_below': [
    '{missing} pcs more to make {threshold}',
    'До {threshold} шт. не хватает {missing}',
    '{threshold} дана болу үшін тағы {missing} керек',
  ],
  'basket.quantity_above': ['Only up to {most} pcs', 'Только до {most} шт.', 'Тек {most} данаға дейін'],
  'basket.lines_below': [
    '{missing} more different goods to make {threshold}',
    'До {threshold} разных позиций не хватает {missing}',
    '{threshold} түрлі тауар үшін тағы {missing} керек',
  ],
  'basket.lines_above': ['Only up to {most} different goods', 'Только до {most} позиций', 'Тек {most} жолға дейін'],
  'goods.sum_below': [
    '{missing} more on {goods} to reach {threshold}',
    'До {threshold} не хватает {missing}: {goods}',
    '{threshold} жету үшін тағы {missing} керек: {goods}',
  ],
  'goods.sum_above': ['Only up to {most} on {goods}', 'Только до {most}: {goods}', 'Тек {most} дейін: {goods}'],
  'goods.quantity_below': [
    '{missing} more of {goods} to make {threshold}',
    'До {threshold} шт. не хватает {missing}: {goods}',
    '{threshold} дана болу үшін тағы {missing} керек: {goods}',
  ],
  'goods.quantity_above': [
    'Only up to {most} of {goods}',
    'Только до {most} шт.: {goods}',
    'Тек {most} данаға дейін: {goods}',
  ],
  'goods.lines_below': [
    '{missing} more different ones of {goods} to make {threshold}',
    'До {threshold} разных позиций не хватает {missing}: {goods}',
    '{threshold} түрлі тауар үшін тағы {missing} керек: {goods}',
  ],
  'goods.lines_above': [
    'Only up to {most} different ones of {goods}',
    'Только до {most} позиций: {goods}',
    'Тек {most} жолға дейін: {goods}',
  ],
  'purchase.nth': [
    'On purchase {n}; this is number {current}',
    'На {n}-ю покупку, эта — {current}-я',
    '{n}-ші сатып алуға, бұл — {current}-ші',
  ],
  'purchase.every': [
    'On every {every}th purchase: {missing} more to go',
    'На каждую {every}-ю покупку: осталось {missing}',
    'Әр {every}-ші сатып алуға: {missing} қалды',
  ],
  'purchase.not_first': ['For the first purchase only', 'Только на первую покупку', 'Тек бірінші сатып алуға'],
  'purchase.tender': ['When paid by {names}', 'При оплате: {names}', 'Төлегенде: {names}'],
  'purchase.channel': ['Only {channels}', 'Только {channels}', 'Тек {channels}'],
  'coupon.absent': ['A coupon is needed', 'Нужен купон', 'Купон керек'],
  'store.not_included': ['Does not run in this store', 'Не действует в этом магазине', 'Бұл дүкенде жүрмейді'],
  'schedule.not_started': ['Starts at {from}', 'Начнётся {from}', '{from} басталады'],
  'schedule.ended': ['Ended at {until}', 'Закончилась {until}', '{until} аяқталды'],
  'schedule.weekday': ['Only on {weekdays}', 'Только по дням: {weekdays}', 'Тек мына күндері: {weekdays}'],
  'schedule.time': ['Only at {windows}', 'Только в часы {windows}', 'Тек {windows} аралығында'],
  'schedule.holiday': ['Only around holidays {names}', 'Только в праздники {names}', 'Тек мереке күндері {names}'],
  ...MEMBER_REASONS,
  'condition.excluded': ['Not for: {condition}', 'Не действует: {condition}', 'Жүрмейді: {condition}'],
  'stacking.better': [
    'Does not add to “{by}”, which gives more',
    'Не суммируется с акцией «{by}», которая выгоднее',
    '«{by}» акциясы тиімдірек, онымен қосылмайды',
  ],
  'stacking.exclusive': [
    'Does not add to “{by}”, which goes first',
    'Не суммируется с акцией «{by}», которая важнее',
    '«{by}» акциясы маңыздырақ, онымен қосылмайды',
  ],
  'limit.exhausted': ['Used up', 'Лимит акции исчерпан', 'Акция лимиті таусылды'],
  'limit.no_card': [
    'Counted by card: no card was shown',
    'Учитывается по карте: карта не предъявлена',
    'Карта бойынша есептеледі: карта көрсетілмеген',
  ],
};
