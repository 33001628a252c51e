/** So much goes from one place to another. */
export interface Flow {
  from: string;
  to: string;
  value: number;
}

/** A place on one side with its height; all in shares of the whole height. */
export interface FlowNode {
  name: string;
  value: number;
  top: number;
  height: number;
}

export interface FlowBand {
  flow: Flow;
  /** Where it leaves and arrives, and how thick it is. */
  leaves: number;
  arrives: number;
  thickness: number;
}

export interface FlowPicture {
  from: FlowNode[];
  to: FlowNode[];
  bands: FlowBand[];
}

/** Places of a diagram of flows between two sides: all in the order in which they come, bands in that of their ends. */
export function pictureOf(flows: readonly Flow[], gap: number): FlowPicture {
  const [from, to] = [totals(flows, 'from'), totals(flows, 'to')];
  const whole = flows.reduce((sum, { value }) => sum + value, 0) || 1;
  // Both sides hold the same sum: the one with more places, and so more gaps, sets the scale.
  const scale = (1 - gap * (Math.max(from.size, to.size, 1) - 1)) / whole;
  const [left, right] = [placed(from, scale, gap), placed(to, scale, gap)];
  return { from: left, to: right, bands: bandsOf(flows, left, right, scale) };
}

function totals(flows: readonly Flow[], side: 'from' | 'to'): Map<string, number> {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(flow[side], (sums.get(flow[side]) ?? 0) + flow.value);
  return sums;
}

function placed(sums: Map<string, number>, scale: number, gap: number): FlowNode[] {
  let top = 0;
  return [...sums].map(([name, value]) => {
    const node = { name, value, top, height: value * scale };
    top += node.height + gap;
    return node;
  });
}

function bandsOf(flows: readonly Flow[], left: FlowNode[], right: FlowNode[], scale: number): FlowBand[] {
  const order = (nodes: FlowNode[]) => new Map(nodes.map(({ name }, index) => [name, index]));
  const [leftOrder, rightOrder] = [order(left), order(right)];
  const rank = ({ from, to }: Flow) => (leftOrder.get(from) ?? 0) * right.length + (rightOrder.get(to) ?? 0);
  const [leaving, arriving] = [left, right].map((nodes) => new Map(nodes.map(({ name, top }) => [name, top])));
  return [...flows]
    .sort((one, other) => rank(one) - rank(other))
    .map((flow) => {
      const thickness = flow.value * scale;
      const [leaves, arrives] = [leaving?.get(flow.from) ?? 0, arriving?.get(flow.to) ?? 0];
      leaving?.set(flow.from, leaves + thickness);
      arriving?.set(flow.to, arrives + thickness);
      return { flow, leaves, arrives, thickness };
    });
}
