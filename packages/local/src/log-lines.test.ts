import { parseLine, renderLine } from './log-lines';

const now = new Date(2026, 10, 22, 9, 5, 7);
const render = (line: string) => renderLine('ledger', parseLine(line, now), false);
const at = (time: Date | string) => new Date(time).toTimeString().slice(0, 8);

it('renders pino as time, service, level, message and pairs', () => {
  const line = {
    level: 'warn',
    time: '2026-11-22T03:04:05.678Z',
    service: 'ledger',
    msg: 'Purchase id reused',
    purchaseId: 'p 1',
    lines: 3,
    tags: ['a'],
  };
  expect(render(JSON.stringify(line))).toBe(
    `${at(line.time)} ledger         warn  Purchase id reused purchaseId="p 1" lines=3 tags=["a"]`,
  );
});

it('understands numeric levels', () => {
  expect(render('{"level":50,"time":1795000000000,"msg":"Broken"}')).toContain('error Broken');
});

it('puts the frames of an error below its message', () => {
  const err = {
    type: 'Error',
    message: 'Entry must balance',
    stack: 'Error: Entry must balance\n    at appendEntry (journal.ts:7:3)',
  };
  expect(render(JSON.stringify({ level: 'error', msg: 'Resolver failed', err }))).toBe(
    '09:05:07 ledger         error Resolver failed err="Entry must balance"\n    at appendEntry (journal.ts:7:3)',
  );
});

it.each([
  ['LOG:  database system is ready', 'info'],
  ['ERROR:  duplicate key', 'warn'],
  ['DETAIL:  Key (id)=(1) already exists.', 'debug'],
  ['[812] 2026/11/22 09:05:07.000001 [WRN] Slow consumer', 'warn'],
  ['{ not json', 'info'],
  ['plain text', 'info'],
])('reads the level of %s', (line, level) => {
  expect(parseLine(line, now).level).toBe(level);
});
