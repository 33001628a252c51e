import { Presets, SingleBar } from 'cli-progress';

/** Progress of long work: a bar on a terminal, a line every few seconds elsewhere. */
export interface Progress {
  update(share: number, rows: number, note: string): void;
  stop(): void;
}

const LINE_EVERY_MS = 5_000;

/** Starts showing progress under a title; rate and time left are reckoned from the beginning of this run. */
export function showProgress(title: string): Progress {
  const startedAt = Date.now();
  const figures = (share: number, rows: number): { rate: string; left: string } => {
    const seconds = (Date.now() - startedAt) / 1_000;
    const left = share > 0.001 ? Math.max(0, Math.round((seconds * (1 - share)) / share)) : null;
    return {
      rate: `${Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en')}/s`,
      left: left === null ? '–' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`,
    };
  };
  if (!process.stderr.isTTY) {
    let printedAt = startedAt;
    return {
      update: (share, rows, note) => {
        if (Date.now() - printedAt < LINE_EVERY_MS) return;
        printedAt = Date.now();
        const { rate, left } = figures(share, rows);
        process.stderr.write(`${title} ${Math.floor(share * 100)} % · ${rate} · ${left} left · ${note}\n`);
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar(
    {
      format: `${title} [{bar}] {percentage} % · {rate} · {left} left · {note}`,
      hideCursor: true,
      stopOnComplete: false,
    },
    Presets.shades_classic,
  );
  bar.start(1_000, 0, { rate: '–', left: '–', note: '' });
  return {
    update: (share, rows, note) =>
      bar.update(Math.min(1_000, Math.floor(share * 1_000)), { ...figures(share, rows), note }),
    stop: () => bar.stop(),
  };
}
