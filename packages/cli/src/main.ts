import { Command, InvalidArgumentError, Option } from 'commander';
import path from 'node:path';
import { dumpViews, queryMetric, rebuildAnalytics } from './commands/analytics';
import { replayEvents } from './commands/events-replay';
import { rewindEvents } from './commands/events-rewind';
import { verifyStatement, writeStatement, type StatementOptions } from './commands/ledger-statement';
import { verifyLedger, type VerifyOptions } from './commands/ledger-verify';
import { reconcileStream } from './commands/reconcile-stream';
import { loadDemo } from './demo/load-demo';
import { runTills } from './demo/run-tills';
import { EXPORTS, runExport, type ExportName } from './exports/run-export';
import { GatewayClient, OperatorError, resolveAccess } from './gateway-client';
import { KINDS, type ImportKind } from './imports/kinds';
import { runImport } from './imports/run-import';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const dataFolder = process.env['ADAL_DATA'] ?? '.data';
const demoFile = path.join(dataFolder, 'demo.json');

const program = new Command('adal')
  .description('The operator’s tool of Adal. It talks to the running stack.')
  .option('--gateway <url>', 'GraphQL endpoint; else ADAL_GATEWAY_URL, else the local stack')
  .option('--key <key>', 'partner key; else ADAL_KEY, else the local stack’s administrator');

const client = (): GatewayClient => new GatewayClient(resolveAccess(program.opts(), demoFile));

/** Runs a command: false or a sentence for the operator ends with exit code 1. */
async function finish(work: Promise<boolean>): Promise<void> {
  try {
    if (!(await work)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function readKind(text: string): ImportKind {
  if (text in KINDS) return text as ImportKind;
  throw new InvalidArgumentError(`It is one of ${Object.keys(KINDS).join(', ')}.`);
}

const toCount = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It is a whole number.');
  return value;
};

program
  .command('import')
  .description('Imports a CSV file (plain or .gz). Good rows land; bad rows come back in <file>.rejected.csv.')
  .argument('<kind>', Object.keys(KINDS).join(', '), readKind)
  .argument('<file>')
  .option('--mapping <file>', 'JSON that renames and derives columns; see docs/imports')
  .option('--dry-run', 'check everything, change nothing', false)
  .addOption(
    new Option('--points <how>', 'receipts: keep points columns on the receipt, or book them')
      .choices(['record', 'book'])
      .default('record'),
  )
  .action((kind: ImportKind, file: string, options: { mapping?: string; dryRun: boolean; points: 'record' | 'book' }) =>
    finish(
      Promise.resolve().then(() =>
        runImport(client(), {
          kind,
          file,
          ...(options.mapping === undefined ? {} : { mappingFile: options.mapping }),
          dryRun: options.dryRun,
          points: options.points === 'book' ? 'BOOK' : 'RECORD',
          print,
        }),
      ),
    ),
  );

function readExportName(text: string): ExportName {
  if (text in EXPORTS) return text as ExportName;
  throw new InvalidArgumentError(`It is one of ${Object.keys(EXPORTS).join(', ')}.`);
}

program
  .command('export')
  .description('Writes a CSV file (gzipped when it is named .gz) with the columns that the import reads.')
  .argument('<kind>', Object.keys(EXPORTS).join(', '), readExportName)
  .requiredOption('--out <file>')
  .action((name: ExportName, { out }: { out: string }) =>
    finish(Promise.resolve().then(() => runExport(client(), print, name, out))),
  );

const toTime = (text: string): Date => {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new InvalidArgumentError('It is a time of RFC 3339.');
  return time;
};
const natsOption = (): Option =>
  new Option('--nats <url>', 'NATS; else NATS_URL, else the local stack').default(
    process.env['NATS_URL'] ?? 'nats://127.0.0.1:42229',
  );

const ledger = program.command('ledger').description('The books.');
ledger
  .command('verify')
  .description(
    'Checks entries, sums, balances and lots, then every item against the hash chain; names the first bad row.',
  )
  .option('--since <time>', 'RFC 3339; from the beginning when absent')
  .option('--member <id>', 'one member alone')
  .option('--anchor <height:root>', 'a root that was kept elsewhere: finds a chain that was rewritten')
  .action((options: VerifyOptions) => finish(Promise.resolve().then(() => verifyLedger(client(), print, options))));

ledger
  .command('statement')
  .description('Writes a member’s statement that proves itself.')
  .requiredOption('--member <id>')
  .requiredOption('--out <file>')
  .option('--from <time>', 'RFC 3339; from the beginning when absent')
  .option('--to <time>', 'RFC 3339; all when absent')
  .action((options: StatementOptions) =>
    finish(Promise.resolve().then(() => writeStatement(client(), print, options))),
  );
ledger
  .command('verify-statement')
  .description('Recomputes a statement without asking anybody; names what is wrong.')
  .argument('<file>')
  .option('--public-key <key>', 'the ledger’s, to check the signature as well')
  .action((file: string, options: { publicKey?: string }) =>
    finish(Promise.resolve().then(() => verifyStatement(print, file, options.publicKey ?? null))),
  );

ledger
  .command('reconcile-stream')
  .description('After a restore: names sales and returns that the stream told and the ledger has not, or otherwise.')
  .requiredOption('--since <time>', 'RFC 3339, an hour before the moment of the restore', toTime)
  .addOption(natsOption())
  .action((options: { since: Date; nats: string }) =>
    finish(Promise.resolve().then(() => reconcileStream(client(), options.nats, print, options.since))),
  );

const events = program.command('events').description('Events between the contexts.');
events
  .command('rewind')
  .description('After a restore, while no service runs: lets every context be given again what came since then.')
  .requiredOption('--since <time>', 'RFC 3339, an hour before the moment of the restore', toTime)
  .addOption(natsOption())
  .action((options: { since: Date; nats: string }) => finish(rewindEvents(options.nats, print, options.since)));
events
  .command('replay')
  .description('Handles dead letters again: all, or the one given.')
  .argument('[eventId]')
  .option('--list', 'only show them', false)
  .addOption(natsOption())
  .action((eventId: string | undefined, options: { list: boolean; nats: string }) =>
    finish(replayEvents(options.nats, print, { list: options.list, ...(eventId === undefined ? {} : { eventId }) })),
  );

const analytics = program.command('analytics').description('The analytics store.');
analytics
  .command('rebuild')
  .description('Empties the store and fills it again.')
  .action(() => finish(Promise.resolve().then(() => rebuildAnalytics(client(), print))));
analytics
  .command('dump')
  .description('Writes the views of BI as Parquet files into analytics’ DUMP_FOLDER; see docs/bi-views.md.')
  .action(() => finish(Promise.resolve().then(() => dumpViews(client(), print))));
analytics
  .command('query')
  .description('Prints a metric.')
  .argument('<metric>')
  .requiredOption('--from <time>', 'RFC 3339')
  .requiredOption('--to <time>', 'RFC 3339')
  .option('--grain <grain>', 'HOUR, DAY, WEEK or MONTH')
  .option('--by <dimension...>', 'store, city, brand, category, identified', [])
  .action((key: string, options: { from: string; to: string; grain?: string; by: string[] }) =>
    finish(Promise.resolve().then(() => queryMetric(client(), print, { key, ...options }))),
  );

program
  .command('demo')
  .description('Loads a year of a chain in Kazakhstan, sales ending today; with --live, tills that keep buying.')
  .option('--seed <n>', 'the same seed makes the same chain', toCount, 7)
  .option('--members <n>', 'card holders', toCount, 5_000)
  .option('--live', 'run tills instead of loading', false)
  .option('--per-minute <n>', 'purchases a minute of the live tills', toCount, 30)
  .action((options: { seed: number; members: number; live: boolean; perMinute: number }) =>
    finish(
      Promise.resolve().then(() =>
        options.live ? runTills(client(), print, options) : loadDemo(client(), print, { ...options, dataFolder }),
      ),
    ),
  );

void program.parseAsync();
