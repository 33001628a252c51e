'use client';

import { Button, Grid, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { GoodsEditor } from '@/features/promotion-rows';
import { useMay } from '@/features/viewer';
import { ProductSetDocument, type ProductSetQuery, type ProductSetQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { useEnumLabel } from '@/ui/use-enum-label';
import { DeleteSet } from './delete-set';
import { GoodsPreview } from './goods-preview';
import { SetContent } from './set-content';
import { UploadSkus } from './upload-skus';
import { useSetForm, type SetForm } from './use-set-form';

/** A product set: its rule in sentences with what it contains now, or its list. Without `first` it is a new one. */
export function ProductSetEditor({ first }: { first?: Loaded<ProductSetQuery, ProductSetQueryVariables> }) {
  const t = useTranslations('productSets');
  const mayWrite = useMay('catalogue.write');
  const graph = useGraph(ProductSetDocument, first?.variables ?? { id: '' }, { first, pause: first === undefined });
  const set = graph.data?.productSet ?? undefined;
  const form = useSetForm(set, graph.refetch);
  const isList = form.values.kind === 'LIST';
  return (
    <Page
      title={set?.name ?? t('create')}
      crumbs={[
        { label: t('catalogue'), href: '/catalogue' },
        { label: t('title'), href: '/catalogue/sets' },
      ]}
      actions={
        mayWrite && (
          <>
            {set !== undefined && <DeleteSet set={set} />}
            <Button onClick={form.save} loading={form.busy} disabled={!form.dirty}>
              {t('save')}
            </Button>
          </>
        )
      }
    >
      {graph.failure !== undefined && <FailureAlert failure={graph.failure} onRetry={graph.refetch} />}
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="sm">
            <Panel title={t('what')}>
              <SetFields form={form} isNew={set === undefined} disabled={!mayWrite} />
            </Panel>
            {isList && set?.kind === 'LIST' && mayWrite && <UploadSkus setId={set.id} onAdded={graph.refetch} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="sm">
            {!isList && (
              <Panel title={t('contains')}>
                <GoodsPreview goods={form.values.goods} />
              </Panel>
            )}
            {set !== undefined && <SetContent set={set} withProducts={isList} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** A set names no other set. */
const namedInSets = ['CATEGORY', 'BRAND', 'SKU', 'ATTRIBUTE', 'PRICE'] as const;

function SetFields({ form, isNew, disabled }: { form: SetForm; isNew: boolean; disabled: boolean }) {
  const t = useTranslations('productSets');
  const kind = useEnumLabel('productSetKind');
  const { values, change, errors } = form;
  return (
    <fieldset disabled={disabled} style={{ border: 0, margin: 0, padding: 0 }}>
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          required
          value={values.name}
          error={errors['name']}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('id')}
          description={t('idHelp')}
          required
          disabled={!isNew}
          value={values.id}
          error={errors['id']}
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <SegmentedControl
          w="fit-content"
          aria-label={t('kind')}
          data={['RULE', 'LIST'].map((value) => ({ value, label: kind(value) }))}
          value={values.kind}
          onChange={(next) => change({ kind: next === 'LIST' ? 'LIST' : 'RULE' })}
        />
        {values.kind === 'LIST' ? (
          <Text fz="sm">{t(isNew ? 'listLater' : 'listHelp')}</Text>
        ) : (
          <GoodsEditor
            label={t('rule')}
            kinds={namedInSets}
            value={values.goods}
            onChange={(goods) => change({ goods })}
          />
        )}
        {errors['goods'] !== undefined && (
          <Text fz="sm" c="red" role="alert">
            {errors['goods']}
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}
