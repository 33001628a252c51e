import { newId } from '@adal/service';
import type { AnalyticsContext } from '../../context';
import { watchSegments } from '../segment-members';
import { refreshRfmOf } from './refresh-rfm';

/** Judges members for the grids again when they have bought or brought back something; `stop` before the store closes. */
export function watchRfm(
  parts: Pick<AnalyticsContext, 'db' | 'store' | 'config' | 'log' | 'touched'>,
): Pick<ReturnType<typeof watchSegments>, 'stop'> {
  const watch = watchSegments(
    (ids) => refreshRfmOf({ ...parts, now: new Date(), correlationId: newId() }, ids),
    parts.log,
  );
  parts.touched.listen((ids, what) => {
    if (what === 'RECEIPT') watch.touched(ids);
  });
  return watch;
}
