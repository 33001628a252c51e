import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeSchema } from '../envelope';
import { catalogue } from '.';

const samples = join(__dirname, '../../samples');
const sampleOf = (subject: string): unknown => JSON.parse(readFileSync(join(samples, `${subject}.json`), 'utf8'));

describe('contracts', () => {
  it('have one example each, and no example is left over', () => {
    const files = readdirSync(samples).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual(catalogue.map(({ subject }) => subject).sort());
  });

  it.each(catalogue.map((contract) => [contract.subject, contract] as const))(
    '%s: its example keeps it',
    (subject, contract) => {
      const envelope = envelopeSchema.parse(sampleOf(subject));
      expect(envelope).toMatchObject({ type: subject, source: `adal/${subject.split('.')[0]}` });
      // Equal, so that a field the contract does not know is found as well.
      expect(contract.schema.parse(envelope.data)).toEqual(envelope.data);
    },
  );

  it.each(catalogue.map((contract) => [contract.subject, contract] as const))(
    '%s: refuses an empty event',
    (_subject, contract) => {
      expect(contract.schema.safeParse({}).success).toBe(false);
    },
  );

  it('say in a sentence what happened', () => {
    for (const { summary } of catalogue) expect(summary).toMatch(/^[A-Z].{10,}\.$/);
  });
});
