'use client';

import type { CSSProperties } from 'react';
import { pictureOf, type Flow, type FlowBand, type FlowNode } from './flows';
import { seriesColors } from './series';
import classes from './sankey.module.css';

interface Props {
  flows: Flow[];
  /** What the two sides are. */
  from: string;
  to: string;
  format: (value: number) => string;
}

/** Room for a line of words, however thin its place is. */
const lineHeight = 15;
const rowHeight = 30;
const heightMin = 220;

/** What went from where to where: bands as thick as their values, between places as high as theirs. */
export function Sankey({ flows, from, to, format }: Props) {
  const places = Math.max(...(['from', 'to'] as const).map((side) => new Set(flows.map((flow) => flow[side])).size));
  const height = Math.max(heightMin, places * rowHeight);
  const picture = pictureOf(flows, lineHeight / height);
  const colors = new Map(
    [...picture.from, ...picture.to]
      .map(({ name }) => name)
      .map((name, _, names) => [name, colorAt(names.indexOf(name))]),
  );
  return (
    <div>
      <div className={classes.sides} aria-hidden>
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <div className={classes.picture} style={{ height }} role="img" aria-label={`${from} → ${to}`}>
        <Side nodes={picture.from} side="left" colors={colors} format={format} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes.bands}>
          {picture.bands.map((band) => (
            <path
              key={`${band.flow.from} ${band.flow.to}`}
              d={pathOf(band)}
              fill={colors.get(band.flow.from)}
              className={classes.band}
            >
              <title>{`${band.flow.from} → ${band.flow.to}: ${format(band.flow.value)}`}</title>
            </path>
          ))}
        </svg>
        <Side nodes={picture.to} side="right" colors={colors} format={format} />
      </div>
    </div>
  );
}

interface SideProps {
  nodes: FlowNode[];
  side: 'left' | 'right';
  colors: ReadonlyMap<string, string>;
  format: (value: number) => string;
}

function Side({ nodes, side, colors, format }: SideProps) {
  return (
    <div className={classes.side} data-side={side}>
      {nodes.map(({ name, value, top, height }) => (
        <div
          key={name}
          className={classes.node}
          style={{ top: share(top), height: share(height), '--color': colors.get(name) } as CSSProperties}
        >
          <span className={classes.name} title={name}>
            {name}
          </span>
          <span className="num">{format(value)}</span>
        </div>
      ))}
    </div>
  );
}

const share = (part: number): string => `${part * 100}%`;

const colorAt = (index: number): string =>
  `var(--mantine-color-${(seriesColors[index % seriesColors.length] ?? 'gray.6').replace('.', '-')})`;

/** A band bends half-way, as thick at its end as at its beginning. */
function pathOf({ leaves, arrives, thickness }: FlowBand): string {
  const [y, end, high] = [leaves * 100, arrives * 100, thickness * 100];
  return `M0,${y} C50,${y} 50,${end} 100,${end} V${end + high} C50,${end + high} 50,${y + high} 0,${y + high} Z`;
}
