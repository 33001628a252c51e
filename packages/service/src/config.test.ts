import { z } from 'zod';
import { ConfigFault, readConfig } from './config';

const model = z.object({
  PORT: z.coerce.number().int().max(65_535),
  SECRET: z.string().min(40),
  HOST: z.string().default('127.0.0.1'),
});

it('names every fault together and never prints a value', () => {
  const read = (): unknown => readConfig(model, { PORT: '99999999', SECRET: 'hunter2' });
  expect(read).toThrow(ConfigFault);
  expect(read).toThrow(/PORT[\s\S]*SECRET/);
  expect(read).not.toThrow(/hunter2/);
});

it('takes a blank setting for an absent one', () => {
  expect(readConfig(model, { PORT: '80', SECRET: 'x'.repeat(40), HOST: '' }).HOST).toBe('127.0.0.1');
});
