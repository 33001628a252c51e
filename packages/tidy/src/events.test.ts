import { catalogue } from '@adal/events';
import { FILES, read } from './repository';

it.each(catalogue.map(({ subject }) => subject))('%s has an example and a place in the documents', (subject) => {
  expect(FILES).toContain(`packages/events/samples/${subject}.json`);
  expect(read('packages/events/README.md')).toContain(`[${subject}]`);
  expect(read('docs/events/README.md')).toContain(`## ${subject}`);
  expect(read('docs/events/asyncapi.yaml')).toContain(`address: ${subject}`);
});

it.each(catalogue.map(({ subject }) => subject))('%s is told by its own context and nobody else', (subject) => {
  const name = /^([a-z]+)\./.exec(subject)?.[1] ?? '';
  const literal = FILES.filter(
    (file) =>
      /^(subgraphs|gateway)\/.*(?<!\.test)\.ts$/.test(file) &&
      !file.startsWith(`subgraphs/${name}/`) &&
      !/\/test\//.test(file),
  ).filter((file) => new RegExp(`recordEvent\\([^)]*'${subject}'`).test(read(file)));
  expect(literal).toEqual([]);
});
