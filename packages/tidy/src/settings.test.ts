import { FILES, read, SUBGRAPHS } from './repository';

const SERVICES = [...SUBGRAPHS.map((name) => `subgraphs/${name}`), 'gateway'];

/** Keys of a zod model of the environment: capitals before a colon at the start of a line, or picked from another. */
function settingsIn(text: string): string[] {
  return [...text.matchAll(/(?:^ {2,}|[{,] )([A-Z][A-Z0-9_]+): (?:z\b|true|[a-z])/gm)].map(([, key]) => key ?? '');
}

describe.each(SERVICES)('%s', (folder) => {
  const own = read(`${folder}/src/config.ts`);
  const shared = /subgraphSettings\.pick|\.pick\(/.test(own) ? [] : settingsIn(read('packages/service/src/config.ts'));
  const keys = [...new Set([...shared, ...settingsIn(own)])].sort();

  it('has every key that config.ts reads in .env.template, and no other', () => {
    expect(FILES).toContain(`${folder}/.env.template`);
    const template = [...read(`${folder}/.env.template`).matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, key]) => key ?? '');
    expect(template.sort()).toEqual(keys);
  });

  it('reads the environment in config.ts alone', () => {
    const others = FILES.filter((file) => file.startsWith(`${folder}/src/`) && /(?<!\.test)\.ts$/.test(file));
    const reading = others.filter((file) => file !== `${folder}/src/config.ts` && /\bprocess\.env\b/.test(read(file)));
    expect(reading).toEqual([]);
  });
});
