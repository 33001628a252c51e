'use client';

import { Checkbox, Group, Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnrolMemberDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useRouter } from '@/i18n/navigation';
import { StoreSelect } from '@/features/stores';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

const blankForm = {
  phone: '',
  email: '',
  firstName: '',
  lastName: '',
  birthDate: null as string | null,
  gender: 'UNKNOWN',
  city: '',
  cardNumber: '',
  language: 'ru',
  storeId: '',
  consents: [] as string[],
};

/** A call-centre enrolment. The id is made when the form opens, so a repeated click enrols once. */
export function EnrolMember({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members');
  const router = useRouter();
  const refusalText = useRefusalText();
  const [enrolmentId] = useState(newId);
  const [enrol, busy] = useChange(EnrolMemberDocument);
  const form = useForm({
    initialValues: blankForm,
    validate: {
      phone: (_, { phone, email, cardNumber }) => (phone + email + cardNumber === '' ? t('contactNeeded') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const filled = Object.entries(values).filter(([, value]) => value !== '' && value !== null);
    const input = { ...Object.fromEntries(filled), enrolmentId, channel: 'CALL_CENTRE' };
    const answer = (await enrol({ input }))?.enrolMember;
    if (answer === undefined) return;
    if (answer.__typename === 'MemberEnrolled') return router.push(`/members/${answer.member.id}`);
    const text = refusalText(answer);
    if ('field' in answer && answer.field in values) form.setFieldError(answer.field, text);
    else if (answer.__typename === 'CardTaken') form.setFieldError('cardNumber', text);
    else notifyRefused(text);
  });
  return (
    <Modal opened onClose={onClose} title={t('enrol')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <EnrolFields form={form} />
          <FormButtons action={t('enrol')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function EnrolFields({ form }: { form: UseFormReturnType<typeof blankForm> }) {
  const t = useTranslations('members');
  const [gender, channel, language] = [
    useEnumLabel('gender'),
    useEnumLabel('consentChannel'),
    useEnumLabel('language'),
  ];
  const options = (codes: string[], label: (code: string) => string) =>
    codes.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('phone')} type="tel" data-autofocus {...form.getInputProps('phone')} />
        <TextInput label={t('email')} type="email" {...form.getInputProps('email')} />
        <TextInput label={t('firstName')} {...form.getInputProps('firstName')} />
        <TextInput label={t('lastName')} {...form.getInputProps('lastName')} />
        <DateInput label={t('birthDate')} valueFormat="DD.MM.YYYY" clearable {...form.getInputProps('birthDate')} />
        <Select
          label={t('gender')}
          data={options(['FEMALE', 'MALE', 'UNKNOWN'], gender)}
          allowDeselect={false}
          {...form.getInputProps('gender')}
        />
        <TextInput label={t('city')} {...form.getInputProps('city')} />
        <StoreSelect
          label={t('homeStore')}
          value={form.values.storeId || undefined}
          onChange={(storeId) => form.setFieldValue('storeId', storeId ?? '')}
        />
        <TextInput label={t('card')} description={t('cardHelp')} {...form.getInputProps('cardNumber')} />
        <Select
          label={t('language')}
          description={t('languageHelp')}
          data={options(['ru', 'kk', 'en'], language)}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
      <Checkbox.Group label={t('consents')} {...form.getInputProps('consents')}>
        <Group mt={4}>
          {['SMS', 'EMAIL', 'PUSH'].map((code) => (
            <Checkbox key={code} value={code} label={channel(code)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  );
}
