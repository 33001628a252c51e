/** What a message is for: TRANSACTIONAL follows from what the member did; MARKETING needs the member's consent. */
export type Purpose = 'TRANSACTIONAL' | 'MARKETING';

/** A message template; its words are in templates/<key>/<language>.mjml. */
export interface Template {
  readonly key: string;
  readonly purpose: Purpose;
  /** Subject of the event that sends it, or "staff". */
  readonly trigger: string;
}

/** Languages every template is written in. */
export const LANGUAGES = ['ru', 'kk', 'en'] as const;

/** All templates. */
export const TEMPLATES = [
  { key: 'welcome', purpose: 'TRANSACTIONAL', trigger: 'members.member.enrolled.v1' },
  { key: 'receipt', purpose: 'TRANSACTIONAL', trigger: 'ledger.purchase.confirmed.v1' },
  { key: 'return', purpose: 'TRANSACTIONAL', trigger: 'ledger.purchase.returned.v1' },
  { key: 'invitation', purpose: 'MARKETING', trigger: 'staff' },
] as const satisfies readonly Template[];

/** Key of a template. */
export type TemplateKey = (typeof TEMPLATES)[number]['key'];

/** The template of a key. */
export function getTemplate(key: TemplateKey): Template {
  const template = TEMPLATES.find((candidate) => candidate.key === key);
  if (!template) throw new Error(`No template is called ${String(key)}`);
  return template;
}

/** The template of a key that people send by hand; null when there is none. */
export function findStaffTemplate(key: string): (Template & { readonly key: TemplateKey }) | null {
  return TEMPLATES.find((template) => template.key === key && template.trigger === 'staff') ?? null;
}
