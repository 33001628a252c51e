import { filesLike, read, SUBGRAPHS } from './repository';

describe.each(SUBGRAPHS)('migrations of %s', (name) => {
  const migrations = filesLike(new RegExp(`^subgraphs/${name}/src/db/migrations/.*\\.ts$`));

  it('are named by time and deed, each time once', () => {
    const stamps = migrations.map((file) => /\/(\d{13})-[a-z]+(?:-[a-z0-9]+)+\.ts$/.exec(file)?.[1]);
    expect(stamps).not.toContain(undefined);
    expect(new Set(stamps).size).toBe(migrations.length);
  });

  it.each(migrations)('%s says why, what it locks and how it is checked', (file) => {
    const header = /^(?:import [^\n]*\n|\n)*(\/\*\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n)+)/.exec(read(file))?.[1] ?? '';
    expect(header).toMatch(/why/i);
    expect(header).toMatch(/lock/i);
    expect(header).toMatch(/check/i);
  });
});
