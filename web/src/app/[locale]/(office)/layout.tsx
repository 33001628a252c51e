import { ImportProvider } from '@/features/imports';
import { Shell } from '@/features/shell';
import { ViewerProvider } from '@/features/viewer';
import { loadViewer } from '@/features/viewer/load-viewer';
import { GraphProvider } from '@/graphql/graph-provider';
import { redirect } from '@/i18n/navigation';
import { Unavailable } from '@/ui/unavailable';

/** Every page behind the sign-in. */
export default async function OfficeLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  const { data, failure } = await loadViewer();
  if (failure !== undefined) return <Unavailable failure={failure} />;
  if (data?.me == null) return redirect({ href: '/sign-in?ended=1', locale: locale === 'kk' || locale === 'en' ? locale : 'ru' });
  return (
    <ViewerProvider viewer={data.me}>
      <GraphProvider>
        <ImportProvider>
          <Shell>{children}</Shell>
        </ImportProvider>
      </GraphProvider>
    </ViewerProvider>
  );
}
