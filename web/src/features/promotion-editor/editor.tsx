'use client';

import { Button, Fieldset, Grid, JsonInput, Stack, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { PromotionFieldsFragment } from '@/graphql/generated/graphql';
import { Link } from '@/i18n/navigation';
import { Page } from '@/ui/page';
import { StatusBadge } from '@/ui/status-badge';
import { AudienceFields, RankFields } from './audience-fields';
import { LimitFields } from './limit-fields';
import { LimitsLeft } from './limits-left';
import { MechanicFields } from './mechanic-fields';
import { Preview } from './preview';
import { ProblemSummary } from './problem-summary';
import { toInput } from './promotion-form';
import { ScheduleFields } from './schedule-fields';
import { ScopeFields } from './scope-fields';
import { StatusActions } from './status-actions';
import { usePromotionEditor } from './use-promotion-editor';

interface Props {
  /** The promotion to edit; absent for a new one. */
  promotion?: PromotionFieldsFragment | undefined;
  /** The promotion a new one begins as a copy of. */
  copyOf?: PromotionFieldsFragment | undefined;
}

/** The form of a promotion beside a receipt that shows what it does. */
export function PromotionEditor({ promotion, copyOf }: Props) {
  const t = useTranslations('promotion');
  const { timeZone } = useFmt();
  const [mayWrite, mayBooks] = [useMay('promotions.write'), useMay('ledger.read')];
  const { form, id, saved, save, busy, problems, adopt } = usePromotionEditor(promotion, copyOf);
  useHotkeys([['mod+S', () => mayWrite && save()]], []);
  return (
    <Page
      title={saved?.name || t('new')}
      crumbs={[{ label: t('promotions'), href: '/promotions' }]}
      aside={saved !== undefined && <StatusBadge kind="promotionStatus" status={saved.status} />}
      actions={
        mayWrite && (
          <>
            {saved !== undefined && (
              <>
                <Button component={Link} href={`/promotions/new?copy=${saved.id}`} prefetch={false} variant="default">
                  {t('duplicate')}
                </Button>
                <StatusActions promotion={saved} disabled={form.isDirty()} onChanged={adopt} />
              </>
            )}
            <Button
              onClick={save}
              loading={busy}
              disabled={saved !== undefined && !form.isDirty()}
              aria-keyshortcuts="Control+S"
            >
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Stack gap="sm" component="form" onSubmit={(event) => (event.preventDefault(), save())}>
            <ProblemSummary problems={problems} />
            <FormSections form={form} disabled={!mayWrite} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="sm">
            {saved !== undefined && mayBooks && <LimitsLeft promotionId={saved.id} />}
            <Preview promotion={toInput(form.values, id, saved?.version, timeZone)} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function FormSections({ form, disabled }: { form: ReturnType<typeof usePromotionEditor>['form']; disabled: boolean }) {
  const t = useTranslations('promotion');
  return (
    <>
      <Fieldset legend={t('what')} disabled={disabled}>
        <Stack gap="sm">
          <TextInput label={t('name')} description={t('nameHelp')} required {...form.getInputProps('name')} />
          {form.values.json === undefined ? (
            <MechanicFields form={form} />
          ) : (
            <JsonInput label={t('definition')} autosize minRows={8} {...form.getInputProps('json')} />
          )}
        </Stack>
      </Fieldset>
      {form.values.json === undefined && <FieldSections form={form} disabled={disabled} />}
    </>
  );
}

function FieldSections({ form, disabled }: { form: ReturnType<typeof usePromotionEditor>['form']; disabled: boolean }) {
  const t = useTranslations('promotion');
  return (
    <>
      <Fieldset legend={t('scope')} disabled={disabled}>
        <Stack gap="sm">
          <ScopeFields form={form} />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('when')} disabled={disabled}>
        <Stack gap="sm">
          <ScheduleFields form={form} />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('audience')} disabled={disabled}>
        <Stack gap="sm">
          <AudienceFields form={form} />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('limits')} disabled={disabled}>
        <LimitFields form={form} />
      </Fieldset>
      <Fieldset legend={t('rank')} disabled={disabled}>
        <Stack gap="sm">
          <RankFields form={form} />
        </Stack>
      </Fieldset>
    </>
  );
}
