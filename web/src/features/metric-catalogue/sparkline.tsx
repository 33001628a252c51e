import classes from './metric-catalogue.module.css';

const [width, height, inset] = [96, 24, 2];

/** The shape of a series, without axes; what it comes to stands beside. Weeks without a value are gaps. */
export function Sparkline({ values }: { values: (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <svg width={width} height={height} aria-hidden />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => inset + (index * (width - 2 * inset)) / (values.length - 1);
  const y = (value: number) =>
    high === low ? height / 2 : height - inset - ((value - low) * (height - 2 * inset)) / (high - low);
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const command = index === 0 || values[index - 1] === null ? 'M' : 'L';
      return `${command}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  return (
    <svg width={width} height={height} className={classes.line} aria-hidden>
      <path d={path} />
    </svg>
  );
}
