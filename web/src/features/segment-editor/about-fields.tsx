'use client';

import { Autocomplete, Grid, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import { useField } from '@/features/sentence-rows';
import { SegmentFoldersDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';

/** What the segment is called, what it is for, where it is kept, how long it lives. */
export function AboutFields() {
  return (
    <Grid gap="sm">
      <Grid.Col span={12}>
        <NameField />
      </Grid.Col>
      <Grid.Col span={12}>
        <DescriptionField />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <FolderField />
      </Grid.Col>
      <Grid.Col span={{ base: 12, xs: 6 }}>
        <ExpiryField />
      </Grid.Col>
    </Grid>
  );
}

function NameField() {
  const t = useTranslations('segmentEditor');
  const { text, set, fault, disabled } = useField('name');
  return (
    <TextInput
      label={t('name')}
      description={t('nameHelp')}
      required
      maxLength={120}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={fault}
      disabled={disabled}
      data-path="name"
    />
  );
}

function DescriptionField() {
  const t = useTranslations('segmentEditor');
  const { text, set, fault, disabled } = useField('description');
  return (
    <Textarea
      label={t('description')}
      autosize
      minRows={1}
      maxRows={5}
      maxLength={500}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={fault}
      disabled={disabled}
      data-path="description"
    />
  );
}

function FolderField() {
  const t = useTranslations('segmentEditor');
  const { data } = useGraph(SegmentFoldersDocument, {});
  const { text, set, fault, disabled } = useField('folder');
  return (
    <Autocomplete
      label={t('folder')}
      maxLength={60}
      data={data?.segmentFolders ?? []}
      value={text}
      onChange={set}
      error={fault}
      disabled={disabled}
      data-path="folder"
    />
  );
}

function ExpiryField() {
  const t = useTranslations('segmentEditor');
  const { text, set, fault, disabled } = useField('expiresOn');
  return (
    <DateInput
      label={t('expiresOn')}
      placeholder={t('expiresHelp')}
      valueFormat="DD.MM.YYYY"
      clearable
      value={text === '' ? null : text}
      onChange={set}
      error={fault}
      disabled={disabled}
      data-path="expiresOn"
    />
  );
}
