import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 3_000;

/** Ends whatever still carries the run's mark in its environment after a moment, and names it. Linux tells; others do not. */
export async function endProcessesOf(runId) {
  for (const deadline = Date.now() + GRACE_MS; find(runId).length > 0 && Date.now() < deadline;) await sleep(100);
  return find(runId).map(({ pid, name }) => {
    process.kill(pid, 'SIGKILL');
    return `${name} (pid ${pid})`;
  });
}

function find(runId) {
  if (!fs.existsSync('/proc/self/environ')) return [];
  const pids = fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids
    .filter((pid) => read(pid, 'environ').includes(`ADAL_RUN=${runId}`))
    .map((pid) => ({ pid: Number(pid), name: read(pid, 'comm').trim() }));
}

function read(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
