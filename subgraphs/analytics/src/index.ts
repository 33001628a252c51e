/** What benchmarks may use of analytics. */
export { driveIngest, type IngestLoad, type IngestMeasure } from './drive-ingest';
export { openDuckdbStore } from './store/duckdb/duckdb-store';
