// Prints each subgraph's SDL, composes the supergraph and the client-facing API schema. No network.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, print, printSchema } from 'graphql';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const names = ['members', 'ledger', 'promotions', 'communications', 'analytics'];

const services = names.map((name) => {
  const source = path.join(root, 'subgraphs', name, 'src');
  const features = path.join(source, 'features');
  const files = fs
    .readdirSync(features, { recursive: true })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => path.join(features, file));
  const sdl = [path.join(source, 'graphql/base.graphql'), ...files]
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
  const typeDefs = parse(sdl);
  fs.writeFileSync(path.join(root, 'subgraphs', name, 'schema.graphql'), print(typeDefs) + '\n');
  return { name, url: `http://${name}`, typeDefs };
});

const composed = composeServices(services);
if (composed.errors) {
  for (const error of composed.errors) console.error(error.message);
  process.exit(1);
}
for (const hint of composed.hints ?? []) {
  if (hint.definition.level.value > 0) console.warn(`hint: ${hint.message}`);
}
fs.writeFileSync(path.join(root, 'supergraph.graphql'), composed.supergraphSdl + '\n');

const api = Supergraph.build(composed.supergraphSdl).apiSchema().toGraphQLJSSchema();
const live = fs.readFileSync(path.join(root, 'gateway/src/live.graphql'), 'utf8');
fs.mkdirSync(path.join(root, 'web/src/graphql/generated'), { recursive: true });
fs.writeFileSync(path.join(root, 'web/src/graphql/generated/api.graphql'), printSchema(api) + '\n' + live);
console.log('supergraph.graphql composed from', names.join(', '));
