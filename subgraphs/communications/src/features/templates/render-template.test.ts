import { receiptData, returnData } from '../journeys/receipt.rules';
import { aReceipt } from '../../../test/builders';
import { testTemplates } from '../../../test/harness';
import { plainText } from '../channels';
import type { RenderTemplate } from './render-template';
import { LANGUAGES, TEMPLATES, type TemplateKey } from './template.registry';

const balance = { availableMinor: 1_234_500, pendingMinor: 5_703, heldMinor: 0 };
const sale = {
  receipt: aReceipt(null),
  balance,
  pointsActivateAt: '2026-11-24T00:00:00+05:00',
  pointsExpireAt: '2027-11-24T00:00:00+05:00',
};
const samples: Record<TemplateKey, object> = {
  welcome: { firstName: 'Айгуль', cardNumber: '2000000000015' },
  receipt: { firstName: 'Айгуль', store: 'Дала на Абая, Алматы', ...receiptData(sale) },
  return: {
    firstName: null,
    store: null,
    ...returnData({ returnId: 'r', originalPurchaseId: 'p', receipt: aReceipt(null), balance }),
  },
  invitation: { firstName: null },
};

describe('templates', () => {
  let render: RenderTemplate;
  beforeAll(async () => {
    render = await testTemplates();
  });

  it.each(TEMPLATES.flatMap(({ key }) => LANGUAGES.map((language) => [key, language] as const)))(
    '%s in %s: a subject, a body and no leftovers of the template language',
    (key, language) => {
      const { subject, html } = render(key, language, samples[key]);
      expect(subject).not.toBe('');
      expect(html).toContain(`lang="${language}"`);
      expect(subject + html).not.toMatch(/\{\{|\{%|undefined|NaN|Invalid DateTime/);
    },
  );

  it('a receipt tells what was bought, the points, their dates and the new balance', () => {
    const { subject, html } = render('receipt', 'ru', samples.receipt);
    const text = plainText(html).replaceAll('\u00a0', ' ');
    expect(subject.replaceAll('\u00a0', ' ')).toBe('Ваша покупка на 1 140,50 ₸');
    expect(text).toContain('Айгуль, спасибо за покупку!');
    expect(text).toContain('22.11.2026 15:00 · Дала на Абая, Алматы · № 0042');
    expect(text).toContain('Хлеб & булка  2  500 ₸');
    expect(text).toContain('CHEESE  0,345  640,50 ₸');
    expect(text).toContain('Списано бонусов  50');
    expect(text).toContain('Начислено бонусов  57,03');
    expect(text).toContain('Можно тратить с  24.11.2026');
    expect(text).toContain('Действуют до  23.11.2027');
    expect(text).toContain('Доступно бонусов  12 345');
  });

  it('nothing that came from outside becomes markup', () => {
    const { html } = render('welcome', 'en', { firstName: '<img src=x onerror=alert(1)>', cardNumber: null });
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });

  it('nothing breaks out of the subject line', async () => {
    const broken = await testTemplates({ brand: 'Дала\r\nBcc: all@example.kz' });
    expect(broken('welcome', 'en', samples.welcome).subject).toBe('Welcome to Дала Bcc: all@example.kz');
  });

  it('data that the template asks for and does not get is a fault, not a blank', () => {
    expect(() => render('receipt', 'en', { firstName: null })).toThrow(/undefined variable/);
  });
});
