'use client';

import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconCopy,
  IconDots,
  IconReportAnalytics,
  IconSnowflake,
  IconTrash,
  IconVectorTriangle,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { DeleteSegmentDocument, type SegmentFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { Link, useRouter } from '@/i18n/navigation';
import { notifyDone, notifyRefused } from '@/ui/notify';

const ExportDialog = dynamic(async () => (await import('@/features/segment-export')).ExportDialog);
const FreezeDialog = dynamic(async () => (await import('./freeze-dialog')).FreezeDialog);

/** What can be done with a segment or a group. */
export function SegmentActions({ segment, onExported }: { segment: SegmentFieldsFragment; onExported: () => void }) {
  const t = useTranslations('segment');
  const may = {
    write: useMay('segments.write'),
    export: useMay('segments.export'),
    launch: useMay('promotions.write'),
  };
  const [exporting, taking] = useDisclosure();
  const [freezing, freeze] = useDisclosure();
  const { id, kind } = segment;
  return (
    <>
      {may.launch && (
        <Button component={Link} href={`/promotions/new?segment=${id}`} prefetch={false}>
          {t('launch')}
        </Button>
      )}
      {may.export && (
        <Button variant="default" onClick={taking.open}>
          {t('export')}
        </Button>
      )}
      {may.write && kind === 'SEGMENT' && (
        <Button component={Link} href={`/segments/${id}/edit`} prefetch={false} variant="default">
          {t('edit')}
        </Button>
      )}
      <MoreMenu segment={segment} mayWrite={may.write} onFreeze={freeze.open} />
      {exporting && <ExportDialog segment={segment} onStarted={onExported} onClose={taking.close} />}
      {freezing && <FreezeDialog segment={segment} onClose={freeze.close} />}
    </>
  );
}

interface MoreProps {
  segment: SegmentFieldsFragment;
  mayWrite: boolean;
  onFreeze: () => void;
}

function MoreMenu({ segment, mayWrite, onFreeze }: MoreProps) {
  const t = useTranslations('segment');
  const remove = useDelete(segment);
  const mayReport = useMay('metrics.read');
  const { id, definition } = segment;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('more')}>
          <IconDots size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={`/segments/overlap?ids=${id}`}
          prefetch={false}
          leftSection={<IconVectorTriangle size={16} aria-hidden />}
        >
          {t('overlap')}
        </Menu.Item>
        {mayReport && (
          <Menu.Item
            component={Link}
            href={`/reports?segment=${id}`}
            prefetch={false}
            leftSection={<IconReportAnalytics size={16} aria-hidden />}
          >
            {t('inReports')}
          </Menu.Item>
        )}
        {mayWrite && definition !== null && (
          <Menu.Item
            component={Link}
            href={`/segments/new?copy=${id}`}
            prefetch={false}
            leftSection={<IconCopy size={16} aria-hidden />}
          >
            {t('duplicate')}
          </Menu.Item>
        )}
        {mayWrite && (
          <>
            <Menu.Item leftSection={<IconSnowflake size={16} aria-hidden />} onClick={onFreeze}>
              {t('freeze')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>
              {t('delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Deletes after asking; segments that name it are said. */
function useDelete({ id, name }: SegmentFieldsFragment): () => Promise<void> {
  const t = useTranslations('segment');
  const router = useRouter();
  const [remove] = useChange(DeleteSegmentDocument);
  return async () => {
    if (!window.confirm(t('deleteSure', { name }))) return;
    const answer = (await remove({ id }))?.deleteSegment;
    if (answer === undefined) return;
    if (answer.__typename === 'SegmentInUse') {
      return notifyRefused(t('inUse', { segments: answer.segments.join(', ') }));
    }
    notifyDone(t('deleted'));
    router.push('/segments');
  };
}
