import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Shell } from '@/features/shell';
import { ViewerProvider } from '@/features/viewer';
import { loadViewer } from '@/features/viewer/load-viewer';
import { GraphProvider } from '@/graphql/graph-provider';
import { redirect } from '@/i18n/navigation';
import { Unavailable } from '@/ui/unavailable';

/** Every page behind the sign-in. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { data, failure } = await loadViewer();
  if (failure !== undefined) return <Unavailable failure={failure} />;
  if (data?.me == null) return redirect({ href: '/sign-in?ended=1', locale: await getLocale() });
  return (
    <ViewerProvider viewer={data.me}>
      <GraphProvider>
        <Shell>{children}</Shell>
      </GraphProvider>
    </ViewerProvider>
  );
}
