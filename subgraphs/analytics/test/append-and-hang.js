// Adds two receipts to a store file, says so, and waits to be killed.
const { DuckDBInstance } = require('@duckdb/node-api');

void (async () => {
  const instance = await DuckDBInstance.create(process.argv[2]);
  const connection = await instance.connect();
  await connection.run('BEGIN');
  await connection.run(
    "INSERT INTO receipts (receipt_id, business_day) SELECT 'killed-' || x, DATE '2026-03-11' FROM range(2) AS t(x)",
  );
  await connection.run('UPDATE stream_positions SET sequence = 9');
  await connection.run('COMMIT');
  process.send('done');
  setInterval(() => connection, 1_000);
})();
