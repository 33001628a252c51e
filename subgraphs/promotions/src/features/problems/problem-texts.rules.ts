import { sayFault, type Fault, type Language } from '@adal/engine';

/** What is wrong with a field of a form. */
export interface FieldProblem {
  field: string;
  /** In English. */
  message: string;
  /** What the engine says of it, in other languages too. */
  fault?: Pick<Fault, 'text' | 'args'>;
}

/** A problem in a sentence: the engine's words for faults of a definition, ours for the rest of the form. */
export function sayProblem({ message, fault }: FieldProblem, language: Language): string {
  if (fault !== undefined) return sayFault(fault, language);
  const texts = language === 'en' ? undefined : TEXTS[message];
  return texts?.[language === 'ru' ? 0 : 1] ?? message;
}

/** By the English sentence. */
const TEXTS: Readonly<Record<string, readonly [ru: string, kk: string]>> = {
  'The id must be a UUID.': ['Идентификатор должен быть UUID.', 'Идентификатор UUID болуы керек.'],
  'A name has 1 to 120 characters.': ['В названии от 1 до 120 знаков.', 'Атауда 1-ден 120-ға дейін таңба болады.'],
  'At most 60 characters.': ['Не больше 60 знаков.', '60 таңбадан аспасын.'],
  'At most 500 characters.': ['Не больше 500 знаков.', '500 таңбадан аспасын.'],
  'Without a control group nobody can tell what the promotion brings: keep one, or say why not.': [
    'Без контрольной группы не узнать, что даёт акция: оставьте её или скажите, почему нет.',
    'Бақылау тобынсыз акцияның пайдасы белгісіз: оны қалдырыңыз не неге жоғын айтыңыз.',
  ],
  'An amount above zero.': ['Нужна сумма больше нуля.', 'Нөлден үлкен сома керек.'],
  'From 1 to 1000000000.': ['От 1 до 1 000 000 000.', '1-ден 1 000 000 000-ға дейін.'],
  'It takes nothing off a price to limit.': [
    'Акция не снижает цен: ограничивать нечего.',
    'Акция бағаны түсірмейді: шектейтін ештеңе жоқ.',
  ],
  'It gives no points to limit.': [
    'Акция не даёт баллов: ограничивать нечего.',
    'Акция ұпай бермейді: шектейтін ештеңе жоқ.',
  ],
  'There is no budget to spread: give one.': [
    'Бюджета, который можно распределить, нет: укажите его.',
    'Бөлетін бюджет жоқ: көрсетіңіз.',
  ],
  'Only a schedule with a start and an end can be spread over.': [
    'Распределить можно только по дням между началом и концом.',
    'Тек басы мен соңы бар күндерге бөлуге болады.',
  ],
  'An ended promotion does not change any more: save a new one.': [
    'Завершённая акция больше не меняется: сохраните новую.',
    'Аяқталған акция енді өзгермейді: жаңасын сақтаңыз.',
  ],
  'An ended promotion cannot run again: save it as a new one.': [
    'Завершённую акцию не запустить снова: сохраните её как новую.',
    'Аяқталған акция қайта жүрмейді: жаңа деп сақтаңыз.',
  ],
  'The end has passed: move it.': ['Конец уже прошёл: перенесите его.', 'Соңы өтіп кетті: жылжытыңыз.'],
  'Only what is scheduled or runs can be paused.': [
    'Приостановить можно запланированное или действующее.',
    'Жоспарланған не жүріп жатқанды ғана кідіртуге болады.',
  ],
  'The status is SCHEDULED, RUNNING, PAUSED or ENDED.': [
    'Статус — SCHEDULED, RUNNING, PAUSED или ENDED.',
    'Күй — SCHEDULED, RUNNING, PAUSED не ENDED.',
  ],
  'It was published: receipts may point to it. End it instead.': [
    'Акция была запущена, на неё могут ссылаться чеки: завершите её.',
    'Акция іске қосылған, оған чектер сілтеуі мүмкін: аяқтаңыз.',
  ],
  'Only what has ended can be put away: end it first; a draft can be deleted.': [
    'В архив уходит только завершённое: сначала завершите; черновик можно удалить.',
    'Мұрағатқа тек аяқталғаны кетеді: алдымен аяқтаңыз; нобайды жоюға болады.',
  ],
  'This version was rejected: change it, then ask again.': [
    'Эту версию отклонили: измените её и попросите снова.',
    'Бұл нұсқа қабылданбады: өзгертіп, қайта сұраңыз.',
  ],
  'Say what must change.': ['Скажите, что надо изменить.', 'Нені өзгерту керегін айтыңыз.'],
};
