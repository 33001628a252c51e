import { writeAmount, writeMoney, writeQuantity } from '@adal/money';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid, type Template as ParsedLiquid } from 'liquidjs';
import mjml2html from 'mjml';
import type { Language } from '../contacts';
import { formatDay, formatInstant, formatLastDay, type Formats } from './format.rules';
import { LANGUAGES, TEMPLATES, type TemplateKey } from './template.registry';

/** A message in words. */
export interface Words {
  readonly subject: string;
  readonly html: string;
}

/** Writes one message: the template of that key and language, filled with `data`. Throws when the data lacks a name. */
export type RenderTemplate = (key: TemplateKey, language: Language, data: object) => Words;

/** What every template may use besides its own data. */
export interface TemplateSettings extends Formats {
  /** Name of the chain as members know it. */
  readonly brand: string;
  readonly webUrl: string;
}

/** The same folder from src and from dist. */
const FOLDER = join(__dirname, '../../../templates');

interface Compiled {
  readonly subject: ParsedLiquid[];
  readonly html: ParsedLiquid[];
}

/**
 * Compiles every template once, so that a broken one stops the service at its start and not a member's mail. Values are
 * escaped in the body; the subject is plain text in one line.
 */
export async function compileTemplates(settings: TemplateSettings): Promise<RenderTemplate> {
  const layout = readFileSync(join(FOLDER, 'layout.mjml'), 'utf8');
  const engines = {
    subject: { ru: liquid('ru', settings), kk: liquid('kk', settings), en: liquid('en', settings) },
    html: { ru: liquid('ru', settings, true), kk: liquid('kk', settings, true), en: liquid('en', settings, true) },
  };
  const compiled = new Map<string, Compiled>();
  for (const { key } of TEMPLATES) {
    for (const language of LANGUAGES) {
      const source = readSource(key, language);
      const html = await compileMjml(`${key}/${language}`, layout, language, source.body);
      compiled.set(`${key}/${language}`, {
        subject: engines.subject[language].parse(source.subject),
        html: engines.html[language].parse(html),
      });
    }
  }
  return (key, language, data) => {
    const template = compiled.get(`${key}/${language}`);
    if (!template) throw new Error(`Template ${key} is not written in ${language}`);
    const subject = String(engines.subject[language].renderSync(template.subject, data));
    return {
      // One line; non-breaking spaces stay.
      subject: subject.replace(/[^\S\u00a0]+/g, ' ').trim(),
      html: String(engines.html[language].renderSync(template.html, data)),
    };
  };
}

/** A file is its subject, a line of dashes, and MJML columns. */
function readSource(key: string, language: Language): { subject: string; body: string } {
  const text = readFileSync(join(FOLDER, key, `${language}.mjml`), 'utf8');
  const [head = '', ...body] = text.split(/^---$/m);
  return { subject: head.trim(), body: body.join('---') };
}

async function compileMjml(name: string, layout: string, language: Language, body: string): Promise<string> {
  const mjml = layout.replace('LANGUAGE', language).replace('<!-- body -->', body);
  const { html, errors } = await mjml2html(mjml, { validationLevel: 'soft' });
  if (errors.length > 0) throw new Error(`Template ${name}: ${errors.map((error) => error.message).join('; ')}`);
  return html;
}

function liquid(language: Language, settings: TemplateSettings, escape = false): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    ...(escape ? { outputEscape: 'escape' as const } : {}),
    globals: { brand: settings.brand, webUrl: settings.webUrl },
  });
  engine.registerFilter('money', (minor: number) => writeMoney(BigInt(minor), language, settings.currency));
  engine.registerFilter('points', (minor: number) => writeAmount(BigInt(minor), language));
  engine.registerFilter('quantity', (milli: number) => writeQuantity(BigInt(milli), language));
  engine.registerFilter('day', (instant: string) => formatDay(instant, settings));
  engine.registerFilter('lastDay', (instant: string) => formatLastDay(instant, settings));
  engine.registerFilter('instant', (instant: string) => formatInstant(instant, settings));
  return engine;
}
