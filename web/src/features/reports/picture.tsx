import type { ReactNode } from 'react';
import type { PictureKind } from './kinds';
import classes from './reports.module.css';

/** What the chart of a report is like; its name says the rest. */
export function Picture({ kind }: { kind: PictureKind }) {
  return (
    <svg viewBox="0 0 56 40" width={56} height={40} className={classes.picture} aria-hidden>
      {pictures[kind]}
    </svg>
  );
}

const heights = [14, 20, 17, 26, 23, 32];

const pictures: Record<PictureKind, ReactNode> = {
  line: (
    <>
      <path d="M2 14H54" className={classes.reference} />
      <path d="M2 32 13 25 24 28 35 16 46 19 54 7" className={classes.line} />
    </>
  ),
  bars: heights.map((height, index) => bar(index * 9 + 2, 38 - height, 6, height)),
  stack: heights.map((height, index) => (
    <g key={index}>
      {bar(index * 9 + 2, 38 - height, 6, height * 0.4, 'pale')}
      {bar(index * 9 + 2, 38 - height * 0.6, 6, height * 0.6)}
    </g>
  )),
  parts: [50, 38, 30, 20, 12].map((width, index) => bar(2, index * 8 + 1, width, 5)),
  pyramid: [8, 16, 24, 20, 10].map((width, index) => (
    <g key={index}>
      {bar(27 - width, index * 8 + 1, width, 6)}
      {bar(29, index * 8 + 1, width * 0.8, 6, 'pale')}
    </g>
  )),
  matrix: Array.from({ length: 20 }, (_, index) => (
    <rect
      key={index}
      x={(index % 5) * 11 + 1}
      y={Math.floor(index / 5) * 10 + 1}
      width={9}
      height={8}
      opacity={1 - ((index % 5) + Math.floor(index / 5)) * 0.12}
    />
  )),
  flows: (
    <>
      <path d="M4 2C28 2 28 12 52 12V22C28 22 28 18 4 18Z" opacity={0.5} />
      <path d="M4 22C28 22 28 26 52 26V38C28 38 28 34 4 34Z" opacity={0.9} />
    </>
  ),
};

function bar(x: number, y: number, width: number, height: number, look?: 'pale'): ReactNode {
  return <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} opacity={look === 'pale' ? 0.4 : 1} />;
}
