/** Every sentence about a fault, by its English words, in Russian and Kazakh. Figures are in braces. */
export const FAULT_TEXTS = {
  // Of the definition as JSON; what reads it speaks English.
  '{detail}': ['Так не записывают: {detail}', 'Бұлай жазылмайды: {detail}'],
  'Name at least one {noun}.': ['Ничего не указано: {noun}.', 'Ештеңе көрсетілмеген: {noun}.'],
  'Name at most {max} of each: use a product set or a list.': [
    'Не больше {max} каждого вида: возьмите набор товаров или список.',
    'Әр түрден {max} аспасын: тауар жинағын не тізімді алыңыз.',
  ],
  'A {noun} is blank.': ['Пустая строка в списке: {noun}.', 'Тізімде бос жол бар: {noun}.'],
  'A {noun} is named twice.': ['Указано дважды: {noun}.', 'Екі рет көрсетілген: {noun}.'],
  '{noun} must be a whole number from {min} to {max}.': [
    '{noun}: нужно целое число от {min} до {max}.',
    '{noun}: {min} мен {max} арасындағы бүтін сан керек.',
  ],
  // Promotions
  'The definition is nested deeper than {max} levels.': [
    'Акция вложена глубже {max} уровней.',
    'Акция {max} деңгейден терең салынған.',
  ],
  'The group has no name.': ['У группы нет названия.', 'Топтың атауы жоқ.'],
  'A cap must be above zero.': ['Предел должен быть больше нуля.', 'Шек нөлден үлкен болуы керек.'],
  'A cap must be above 0 and at most 100 %.': [
    'Предел — больше 0 и не больше 100 %.',
    'Шек 0-ден үлкен, 100 %-дан аспауы керек.',
  ],
  'None of the effects repeats within a basket, so uses cannot be limited.': [
    'Ни одно из действий не повторяется в одном чеке: ограничивать повторы нечего.',
    'Әсерлердің ешқайсысы бір чекте қайталанбайды: қайталауды шектейтін ештеңе жоқ.',
  ],
  'The control group must not be negative.': [
    'Контрольная группа не может быть отрицательной.',
    'Бақылау тобы теріс бола алмайды.',
  ],
  'A control group of 100 % leaves nobody to give the promotion to.': [
    'Контрольная группа в 100 % никому не оставляет акции.',
    '100 % бақылау тобы акцияны ешкімге қалдырмайды.',
  ],
  'The salt of the control group is blank.': ['Соль контрольной группы пуста.', 'Бақылау тобының тұзы бос.'],
  'At most {max} variants.': ['Не больше {max} вариантов.', 'Нұсқа саны {max} аспасын.'],
  'Two variants have the same key.': ['У двух вариантов одно название.', 'Екі нұсқаның атауы бірдей.'],
  'The variant has no key.': ['У варианта нет названия.', 'Нұсқаның атауы жоқ.'],
  'The share of a variant must be above zero.': [
    'Доля варианта должна быть больше нуля.',
    'Нұсқаның үлесі нөлден үлкен болуы керек.',
  ],
  'The shares of the variants are more than 100 % together.': [
    'Доли вариантов вместе больше 100 %.',
    'Нұсқалардың үлесі бірге 100 %-дан асады.',
  ],
  // The programme
  'The share earned must be from 0 to 100 %.': [
    'Доля начисления — от 0 до 100 %.',
    'Есептелетін үлес 0 мен 100 % арасында.',
  ],
  'The share payable by points must be from 0 to 100 %.': [
    'Доля оплаты баллами — от 0 до 100 %.',
    'Ұпаймен төленетін үлес 0 мен 100 % арасында.',
  ],
  'Points must be rounded to at least 0.01.': [
    'Баллы округляют не точнее 0,01.',
    'Ұпай 0,01-ден дәл дөңгелектелмейді.',
  ],
  'The control group must be from 0 to 100 %.': [
    'Контрольная группа — от 0 до 100 %.',
    'Бақылау тобы 0 мен 100 % арасында.',
  ],
  // Conditions
  'Conditions are nested deeper than {max} levels.': [
    'Условия вложены глубже {max} уровней.',
    'Шарттар {max} деңгейден терең салынған.',
  ],
  'A group of conditions is empty.': ['Группа условий пуста.', 'Шарттар тобы бос.'],
  'Choose a pool of coupons.': ['Выберите пул купонов.', 'Купондар пулын таңдаңыз.'],
  'Give the start, the end, or both.': [
    'Укажите начало, конец или то и другое.',
    'Басын, соңын немесе екеуін көрсетіңіз.',
  ],
  'The period ends before it starts.': ['Период кончается раньше, чем начинается.', 'Кезең басталмай аяқталады.'],
  'A day of the week must be from 1 (Monday) to 7 (Sunday).': [
    'День недели — от 1 (понедельник) до 7 (воскресенье).',
    'Апта күні 1 (дүйсенбі) мен 7 (жексенбі) арасында.',
  ],
  'Choose at least one day of the week.': ['Выберите хотя бы один день недели.', 'Аптаның кемінде бір күнін таңдаңыз.'],
  'Give at least one time window.': [
    'Укажите хотя бы один промежуток времени.',
    'Кемінде бір уақыт аралығын көрсетіңіз.',
  ],
  'A time window must lie within a day.': [
    'Промежуток времени должен лежать в пределах суток.',
    'Уақыт аралығы бір тәулікте жатуы керек.',
  ],
  'A time window must not be empty.': ['Промежуток времени пуст.', 'Уақыт аралығы бос.'],
  'Two time windows overlap: join them into one.': [
    'Два промежутка времени пересекаются: объедините их.',
    'Екі уақыт аралығы қабаттасады: біріктіріңіз.',
  ],
  'Give the least, the most, or both.': [
    'Укажите наименьшее, наибольшее или то и другое.',
    'Ең азын, ең көбін немесе екеуін көрсетіңіз.',
  ],
  'A bound must not be negative.': ['Граница не может быть отрицательной.', 'Шек теріс бола алмайды.'],
  'The least is more than the most.': ['Наименьшее больше наибольшего.', 'Ең азы ең көбінен артық.'],
  'Name at least one store, city, banner or brand.': [
    'Укажите хотя бы один магазин, город, вывеску или бренд.',
    'Кемінде бір дүкенді, қаланы, маңдайшаны не брендті көрсетіңіз.',
  ],
  'Give the age from, to, or both.': [
    'Укажите возраст от, до или то и другое.',
    'Жасты бастап, дейін немесе екеуін көрсетіңіз.',
  ],
  'A part of the members lies between 0 and 100 %.': [
    'Часть участников лежит между 0 и 100 %.',
    'Қатысушылар бөлігі 0 мен 100 % арасында.',
  ],
  'The part of the members is empty.': ['Часть участников пуста.', 'Қатысушылар бөлігі бос.'],
  'Give either the n-th purchase or every n-th.': [
    'Укажите либо n-ю покупку, либо каждую n-ю.',
    'Не n-ші сатып алуды, не әрбір n-шіні көрсетіңіз.',
  ],
  'Nobody is older than {from} and younger than {to}: the range ends before it starts.': [
    'Никто не старше {from} и не моложе {to} сразу: границы перепутаны.',
    'Ешкім {from} жастан үлкен әрі {to} жастан кіші емес: шектер ауысып кеткен.',
  ],
  'Give the days since the registration.': ['Укажите дни с регистрации.', 'Тіркелгеннен бергі күндерді көрсетіңіз.'],
  'Nobody registered both so lately and so long ago.': [
    'Никто не зарегистрировался и так недавно, и так давно.',
    'Ешкім әрі жуырда, әрі сонша бұрын тіркелмеген.',
  ],
  // Contradictions
  'No {noun} meets every condition at once.': [
    'Всем условиям сразу не отвечает ничто: {noun}.',
    'Барлық шартқа бірден ештеңе сай келмейді: {noun}.',
  ],
  'A condition is asked for and excluded at the same time.': [
    'Одно и то же условие требуется и исключается.',
    'Бір шарт әрі талап етіледі, әрі алынып тасталады.',
  ],
  'The first purchase has no purchases before it.': [
    'До первой покупки нет других покупок.',
    'Алғашқы сатып алуға дейін басқасы болмайды.',
  ],
  // Goods
  'Goods are nested deeper than {max} levels.': [
    'Товары вложены глубже {max} уровней.',
    'Тауарлар {max} деңгейден терең салынған.',
  ],
  'A group of goods is empty.': ['Группа товаров пуста.', 'Тауарлар тобы бос.'],
  'Nothing is left when all goods are excluded.': [
    'Когда исключены все товары, не остаётся ничего.',
    'Барлық тауар алынып тасталса, ештеңе қалмайды.',
  ],
  'The attribute has no name.': ['У признака нет названия.', 'Белгінің атауы жоқ.'],
  'Give the two ends of the range.': ['Укажите оба конца диапазона.', 'Аралықтың екі шетін көрсетіңіз.'],
  'Give a value to compare with.': ['Укажите, с чем сравнивать.', 'Немен салыстыратынын көрсетіңіз.'],
  'The range ends before it starts.': ['Диапазон кончается раньше, чем начинается.', 'Аралық басталмай аяқталады.'],
  'Give the price from, to, or both.': [
    'Укажите цену от, до или то и другое.',
    'Бағаны бастап, дейін немесе екеуін көрсетіңіз.',
  ],
  'A price must not be negative.': ['Цена не может быть отрицательной.', 'Баға теріс бола алмайды.'],
  'The price range ends before it starts.': [
    'Диапазон цен кончается раньше, чем начинается.',
    'Баға аралығы басталмай аяқталады.',
  ],
  'No product has two {noun}s at once: nothing meets every list.': [
    'У товара одно значение, а не два: ничто не входит во все списки ({noun}).',
    'Тауарда екеу емес, бір мән бар: барлық тізімге ештеңе кірмейді ({noun}).',
  ],
  // Effects
  'A promotion must give something.': ['Акция должна что-то давать.', 'Акция бірдеңе беруі керек.'],
  'At most {max} effects.': ['Не больше {max} действий.', 'Әсер саны {max} аспасын.'],
  'Fewer units must be free than are taken.': [
    'Бесплатных штук должно быть меньше, чем взятых.',
    'Тегін дана алынғаннан аз болуы керек.',
  ],
  'Fewer units must be paid than are taken.': [
    'Оплаченных штук должно быть меньше, чем взятых.',
    'Төленетін дана алынғаннан аз болуы керек.',
  ],
  'The multiplier must be above 1 and at most 100.': [
    'Множитель — больше 1 и не больше 100.',
    'Көбейткіш 1-ден үлкен, 100-ден аспауы керек.',
  ],
  'The percentage must be above 0 and at most 100 %.': [
    'Процент — больше 0 и не больше 100.',
    'Пайыз 0-ден үлкен, 100-ден аспауы керек.',
  ],
  'The amount must be above zero.': ['Сумма должна быть больше нуля.', 'Сома нөлден үлкен болуы керек.'],
  'The price must not be negative.': ['Цена не может быть отрицательной.', 'Баға теріс бола алмайды.'],
  'A set has no parts.': ['В комплекте ничего нет.', 'Жиынтықта ештеңе жоқ.'],
  'A set has at most {max} parts.': ['В комплекте не больше {max} частей.', 'Жиынтықта {max} бөліктен аспайды.'],
  'One unit is no set: use a percentage or a price.': [
    'Одна штука — не комплект: возьмите процент или цену.',
    'Бір дана жиынтық емес: пайызды не бағаны алыңыз.',
  ],
  'There are no steps.': ['Ступеней нет.', 'Саты жоқ.'],
  'At most {max} steps.': ['Не больше {max} ступеней.', 'Саты саны {max} аспасын.'],
  'A step gives either a percentage or an amount.': [
    'Ступень даёт либо процент, либо сумму.',
    'Саты не пайыз, не сома береді.',
  ],
  'A step must not start below zero.': ['Ступень не начинается ниже нуля.', 'Саты нөлден төмен басталмайды.'],
  'Each step must start above the one before.': [
    'Каждая ступень начинается выше предыдущей.',
    'Әр саты алдыңғысынан жоғары басталады.',
  ],
  'Each step must give more than the one before, in the same way.': [
    'Каждая ступень даёт больше предыдущей, тем же способом.',
    'Әр саты алдыңғысынан көп береді, сол тәсілмен.',
  ],
  'The text is empty.': ['Текст пуст.', 'Мәтін бос.'],
  'A text has at most {max} characters.': ['В тексте не больше {max} знаков.', 'Мәтінде {max} таңбадан аспайды.'],
} as const satisfies Readonly<Record<string, readonly [ru: string, kk: string]>>;
