import { FILES, filesLike, read, SUBGRAPHS } from './repository';

const SKELETON = [
  'README.md',
  'CONTEXT.md',
  'package.json',
  'codegen.ts',
  'jest.config.ts',
  'tsconfig.json',
  'tsconfig.test.json',
  '.env.template',
  'schema.graphql',
  'src/main.ts',
  'src/config.ts',
  'src/context.ts',
  'src/schema.ts',
  'src/consumers.ts',
  'src/jobs.ts',
  'src/graphql/base.graphql',
  'src/db/data-source.ts',
  'src/db/migrations.int.test.ts',
  'test/harness.ts',
  'test/builders.ts',
];
const SCRIPTS = {
  dev: 'node --enable-source-maps --watch dist/main.js',
  test: 'jest',
  check: 'tsc -b && tsc -p tsconfig.test.json',
  codegen: 'npm --prefix ../.. run codegen',
  migrate: 'typeorm migration:create',
};
const README_LINES_MAX = 80;

describe.each(SUBGRAPHS)('subgraphs/%s', (name) => {
  const folder = `subgraphs/${name}`;

  it('has every part of the skeleton', () => {
    expect(SKELETON.filter((file) => !FILES.includes(`${folder}/${file}`))).toEqual([]);
  });

  it('has the same five scripts as the others', () => {
    const { scripts } = JSON.parse(read(`${folder}/package.json`)) as { scripts?: Record<string, string> };
    expect(scripts).toEqual(SCRIPTS);
  });

  it('gives every feature a door', () => {
    const features = new Set(filesLike(new RegExp(`^${folder}/src/features/`)).map((file) => file.split('/')[4] ?? ''));
    expect([...features].filter((feature) => !FILES.includes(`${folder}/src/features/${feature}/index.ts`))).toEqual(
      [],
    );
  });

  it('explains itself on two screens', () => {
    expect(read(`${folder}/README.md`).split('\n').length).toBeLessThanOrEqual(README_LINES_MAX);
  });

  it('defines the shared scalars, UserError and PageInfo word for word as the others do', () => {
    const shared = (subgraph: string): string =>
      read(`subgraphs/${subgraph}/src/graphql/base.graphql`).split(/^type PageInfo/m)[0] ?? '';
    expect(shared(name)).toBe(shared('ledger'));
  });

  it('calls its durable consumers by its own name, each once', () => {
    const durables = filesLike(new RegExp(`^${folder}/src/.*(?<!\\.test)\\.ts$`)).flatMap((file) =>
      [...read(file).matchAll(/durable: '([^']+)'/g)].map(([, durable]) => durable ?? ''),
    );
    expect(durables.filter((durable) => !durable.startsWith(`${name}-`))).toEqual([]);
    expect(new Set(durables).size).toBe(durables.length);
  });
});
