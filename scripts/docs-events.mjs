// npm run docs:events: writes what can be read off the event contracts and off who imports them. Needs packages/events built.
//   docs/events/asyncapi.yaml   AsyncAPI 3, for tools
//   docs/events/README.md       the same for people: each event, its fields, its example
//   packages/events/README.md   the table between the two markers
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { stringify } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(root, 'packages/events/package.json'));
const events = require(path.join(root, 'packages/events'));
const { z } = require('zod');

const services = ['members', 'ledger', 'promotions', 'communications', 'analytics'];
const documented = events.catalogue.map((contract) => ({
  subject: contract.subject,
  name: Object.keys(events).find((name) => events[name] === contract),
  summary: contract.summary,
  producer: contract.subject.split('.')[0],
  schema: jsonSchema(contract.schema),
  sample: JSON.parse(fs.readFileSync(path.join(root, `packages/events/samples/${contract.subject}.json`), 'utf8')),
}));
const consumers = consumersByName();

await write('docs/events/asyncapi.yaml', asyncApi());
await write('docs/events/README.md', page());
const readme = 'packages/events/README.md';
const markers = /<!-- events -->[\s\S]*<!-- \/events -->/;
const text = fs.readFileSync(path.join(root, readme), 'utf8');
if (!markers.test(text)) throw new Error(`${readme} has lost its <!-- events --> markers`);
await write(
  readme,
  text.replace(markers, `<!-- events -->\n\n${table('../../docs/events/README.md')}\n\n<!-- /events -->`),
);

/** A service other than the producer that imports a contract consumes it. */
function consumersByName() {
  const found = new Map(documented.map(({ name }) => [name, new Set()]));
  for (const service of [...services, 'gateway']) {
    const source = path.join(root, service === 'gateway' ? service : `subgraphs/${service}`, 'src');
    for (const file of fs.readdirSync(source, { recursive: true }).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
      const code = fs.readFileSync(path.join(source, file), 'utf8');
      for (const [, names] of code.matchAll(/import (?!type)\{([^}]*)\} from '@adal\/events'/g)) {
        for (const name of names.split(',')) found.get(name.trim())?.add(service);
      }
    }
  }
  for (const { name, producer } of documented) found.get(name).delete(producer);
  return new Map([...found].map(([name, set]) => [name, [...set].sort()]));
}

function asyncApi() {
  const channels = {};
  const operations = {};
  const messages = {};
  for (const { subject, name, summary, producer, schema, sample } of documented) {
    channels[name] = { address: subject, messages: { [name]: { $ref: `#/components/messages/${name}` } } };
    operations[`publish${name}`] = {
      action: 'send',
      channel: { $ref: `#/channels/${name}` },
      summary: `${producer} tells ${consumers.get(name).join(', ') || 'whoever asks'}.`,
    };
    messages[name] = {
      name: subject,
      title: name,
      summary,
      contentType: 'application/cloudevents+json',
      payload: envelopeOf(schema),
      examples: [{ payload: sample }],
    };
  }
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Adal events',
      version: '1.0.0',
      description:
        'Facts that Adal’s contexts tell each other over NATS JetStream: CloudEvents 1.0 in JSON, at least once on the wire. Amounts are integers in minor units (…Minor), quantities in thousandths (…Milli). Generated from packages/events.',
    },
    servers: { nats: { host: 'nats:4222', protocol: 'nats', description: 'JetStream, one stream per context' } },
    defaultContentType: 'application/cloudevents+json',
    channels,
    operations,
    components: { messages },
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function envelopeOf(data) {
  const envelope = jsonSchema(events.envelopeSchema);
  return { ...envelope, properties: { ...envelope.properties, data } };
}

function jsonSchema(schema) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    // A format says it shorter than the pattern that checks it.
    override: ({ jsonSchema: node }) => {
      if (node.format) delete node.pattern;
      if (node.type === 'integer') {
        delete node.minimum;
        delete node.maximum;
      }
      if (node.type === 'object') delete node.additionalProperties;
    },
  });
  return rest;
}

function page() {
  const sections = documented.map(({ subject, name, summary, producer, schema, sample }) =>
    [
      `## ${subject}`,
      `${summary} \`${name}\`: ${producer} → ${consumers.get(name).join(', ') || 'nobody yet'}.`,
      ['| field of `data` | type |', '|---|---|', ...fieldRows(schema)].join('\n'),
      `<details><summary>Example</summary>\n\n\`\`\`json\n${JSON.stringify(sample, null, 2)}\n\`\`\`\n\n</details>`,
    ].join('\n\n'),
  );
  return `# Events\n\nGenerated by \`npm run docs:events\` from the contracts in \`packages/events\`; for tools there is [asyncapi.yaml](asyncapi.yaml).\n\n${table('')}\n\n${sections.join('\n\n')}\n`;
}

function table(pageUrl) {
  const rows = documented.map(({ subject, name, producer }) => {
    const link = `[${subject}](${pageUrl}#${subject.replaceAll('.', '')})`;
    return `| ${link} | ${producer} | ${consumers.get(name).join(', ') || '–'} |`;
  });
  return ['| subject | producer | consumers |', '|---|---|---|', ...rows].join('\n');
}

/** One row per field; a list's items are `path[]`. */
function fieldRows(schema, prefix = '') {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const at = prefix + key;
    const optional = schema.required?.includes(key) ? '' : ', optional';
    const inner = field.type === 'array' ? field.items : nonNull(field);
    const below = fieldRows(inner, field.type === 'array' ? `${at}[].` : `${at}.`);
    return [`| \`${at}\` | ${typeOf(field)}${optional} |`, ...below];
  });
}

function nonNull(field) {
  return field.anyOf?.find((option) => option.type !== 'null') ?? field;
}

function typeOf(field) {
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ');
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(' ');
  if (field.type === 'array') return `list of ${typeOf(field.items)}`;
  if (Array.isArray(field.type)) return field.type.join(' or ');
  return field.format ?? field.type ?? 'any';
}

async function write(file, content) {
  const target = path.join(root, file);
  const options = await resolveConfig(target);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, await format(content, { ...options, filepath: target }));
}
