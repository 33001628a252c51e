import { Pool } from 'pg';

/** pgbench's own scale: at least as many branches as clients, 100,000 accounts a branch. */
const BRANCHES = 32;
const TELLERS = BRANCHES * 10;
const ACCOUNTS = BRANCHES * 100_000;

const TABLES = `
  create table pgbench_branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
  create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
  create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
  create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
  insert into pgbench_branches select n, 0, '' from generate_series(1, ${BRANCHES}) n;
  insert into pgbench_tellers select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, ${TELLERS}) n;
  insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, ${ACCOUNTS}) n;
  create function tpc_b(p_aid int, p_tid int, p_bid int, p_delta int) returns int language plpgsql as $$
  declare
    v_balance int;
  begin
    update pgbench_accounts set abalance = abalance + p_delta where aid = p_aid;
    select abalance into v_balance from pgbench_accounts where aid = p_aid;
    update pgbench_tellers set tbalance = tbalance + p_delta where tid = p_tid;
    update pgbench_branches set bbalance = bbalance + p_delta where bid = p_bid;
    insert into pgbench_history (tid, bid, aid, delta, mtime) values (p_tid, p_bid, p_aid, p_delta, current_timestamp);
    return v_balance;
  end $$;
`;

/** The transaction of pgbench's default script, through the client that our services use. */
export interface TpcB {
  /** As pgbench sends it: begin, five statements and commit, one round trip each. */
  statements(): Promise<void>;
  /** The same five statements as one function, in one round trip. */
  oneCall(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes its tables in an empty database. */
export async function startTpcB(url: string, concurrency: number): Promise<TpcB> {
  const pool = new Pool({ connectionString: url, max: concurrency });
  await pool.query(TABLES);
  await pool.query('vacuum analyze');
  return {
    statements: async () => {
      const { account, teller, branch, delta } = chance();
      const client = await pool.connect();
      await client.query('begin');
      await client.query('update pgbench_accounts set abalance = abalance + $1 where aid = $2', [delta, account]);
      await client.query('select abalance from pgbench_accounts where aid = $1', [account]);
      await client.query('update pgbench_tellers set tbalance = tbalance + $1 where tid = $2', [delta, teller]);
      await client.query('update pgbench_branches set bbalance = bbalance + $1 where bid = $2', [delta, branch]);
      await client.query(
        'insert into pgbench_history (tid, bid, aid, delta, mtime) values ($1, $2, $3, $4, current_timestamp)',
        [teller, branch, account, delta],
      );
      await client.query('commit');
      client.release();
    },
    oneCall: async () => {
      const { account, teller, branch, delta } = chance();
      await pool.query('select tpc_b($1, $2, $3, $4)', [account, teller, branch, delta]);
    },
    stop: () => pool.end(),
  };
}

function chance(): { account: number; teller: number; branch: number; delta: number } {
  const upTo = (max: number): number => 1 + Math.floor(Math.random() * max);
  return { account: upTo(ACCOUNTS), teller: upTo(TELLERS), branch: upTo(BRANCHES), delta: upTo(10_000) - 5_000 };
}
