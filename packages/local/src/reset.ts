import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirInTemp } from './postgres-binaries';

/** Forgets everything but the unpacked tools. */
export function resetData(dataDir: string): void {
  const entries = existsSync(dataDir) ? readdirSync(dataDir).filter((entry) => entry !== 'tools') : [];
  for (const entry of entries) rmSync(join(dataDir, entry), { recursive: true, force: true });
  rmSync(dataDirInTemp(join(dataDir, 'postgres')), { recursive: true, force: true });
}
