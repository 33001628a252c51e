import { pictureOf } from './flows';

const flows = [
  { from: 'loyal', to: 'loyal', value: 60 },
  { from: 'loyal', to: 'sleeping', value: 20 },
  { from: 'new', to: 'loyal', value: 10 },
  { from: 'new', to: 'gone', value: 10 },
];

describe('a picture of flows', () => {
  const { from, to, bands } = pictureOf(flows, 0.02);

  it('makes every place as high as what goes through it, on both sides', () => {
    expect(from.map(({ name, value }) => [name, value])).toEqual([
      ['loyal', 80],
      ['new', 20],
    ]);
    const high = (name: string) => to.find((node) => node.name === name)?.height ?? 0;
    expect(high('loyal') / high('gone')).toBeCloseTo(7);
  });

  it('fills the height and never leaves it', () => {
    const last = to.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(1);
    for (const { leaves, arrives, thickness } of bands) {
      expect(Math.min(leaves, arrives)).toBeGreaterThanOrEqual(0);
      expect(Math.max(leaves, arrives) + thickness).toBeLessThanOrEqual(1.000001);
    }
  });

  it('lets bands leave a place one under another', () => {
    const leaving = bands.filter(({ flow }) => flow.from === 'loyal');
    expect(leaving[1]?.leaves).toBeCloseTo((leaving[0]?.leaves ?? 0) + (leaving[0]?.thickness ?? 0));
  });

  it('is empty when nothing flows', () => {
    expect(pictureOf([], 0.02)).toEqual({ from: [], to: [], bands: [] });
  });
});
