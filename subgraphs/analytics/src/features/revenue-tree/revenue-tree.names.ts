import type { Texts } from '../metrics';
import type { NodeKey } from './revenue-tree.rules';

const texts = (ru: string, kk: string, en: string): Texts => ({ ru, kk, en });

/** What the places of the tree are called where there is no tree to see: in tables and files. */
export const NODE_NAMES: Readonly<Record<NodeKey, Texts>> = {
  REVENUE: texts('Выручка', 'Түсім', 'Revenue'),
  MEMBERS: texts('Продажи участникам', 'Қатысушыларға сату', 'Sales to members'),
  BUYERS: texts('Покупатели', 'Сатып алушылар', 'Buyers'),
  RECEIPTS_PER_BUYER: texts('Чеков на покупателя', 'Бір сатып алушыға чек', 'Receipts per buyer'),
  AVERAGE_RECEIPT: texts('Средний чек участника', 'Қатысушының орташа чегі', 'Average receipt of members'),
  ITEMS_PER_RECEIPT: texts('Единиц в чеке участника', 'Қатысушы чегіндегі бірлік', 'Items per receipt of members'),
  PRICE_PER_ITEM: texts('Цена единицы для участников', 'Қатысушыларға бірлік бағасы', 'Price per item to members'),
  ANONYMOUS: texts('Продажи без участника', 'Қатысушысыз сату', 'Anonymous sales'),
  ANONYMOUS_RECEIPTS: texts('Чеки без участника', 'Қатысушысыз чектер', 'Anonymous receipts'),
  ANONYMOUS_AVERAGE_RECEIPT: texts('Средний чек без участника', 'Қатысушысыз орташа чек', 'Average anonymous receipt'),
  ANONYMOUS_ITEMS_PER_RECEIPT: texts(
    'Единиц в чеке без участника',
    'Қатысушысыз чектегі бірлік',
    'Items per anonymous receipt',
  ),
  ANONYMOUS_PRICE_PER_ITEM: texts(
    'Цена единицы без участника',
    'Қатысушысыз бірлік бағасы',
    'Price per item, anonymous',
  ),
  RETURNS: texts('Возвраты', 'Қайтарымдар', 'Returns'),
};
