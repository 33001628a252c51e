import classes from './bar.module.css';

/** A share of a whole as a bar; whoever shows it says the figure beside. */
export function Bar({ share }: { share: number }) {
  return (
    <span className={classes.track} aria-hidden>
      <span className={classes.bar} style={{ width: `${Math.min(Math.max(share, 0), 1) * 100}%` }} />
    </span>
  );
}
