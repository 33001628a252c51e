'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createFmt, type Fmt, type FmtSettings } from './create-fmt';

const FmtContext = createContext<Fmt | undefined>(undefined);
const NowContext = createContext<number>(0);

const tickMs = 30_000;

interface Props extends FmtSettings {
  /** The server's clock when the page was rendered: both sides must print the same "5 minutes ago". */
  renderedAt: number;
  children: ReactNode;
}

export function FmtProvider({ locale, currency, timeZone, renderedAt, children }: Props) {
  const fmt = useMemo(() => createFmt({ locale, currency, timeZone }), [locale, currency, timeZone]);
  const [now, setNow] = useState(renderedAt);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(tick);
  }, []);
  return (
    <FmtContext value={fmt}>
      <NowContext value={now}>{children}</NowContext>
    </FmtContext>
  );
}

export function useFmt(): Fmt {
  const fmt = useContext(FmtContext);
  if (fmt === undefined) throw new Error('useFmt is used outside FmtProvider');
  return fmt;
}

/** The present, to half a minute; the same on the server and at hydration. */
export function useNow(): number {
  return useContext(NowContext);
}
