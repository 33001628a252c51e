import { Center, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '@/features/sign-in';
import { LanguageMenu } from '@/features/shell';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/[locale]/sign-in'>) {
  const t = await getTranslations('signIn');
  const { next } = await searchParams;
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={360} gap="md">
        <Stack gap={4} align="center">
          <Title order={1}>Adal</Title>
          <Text c="dimmed">{t('lead')}</Text>
        </Stack>
        <SignInForm next={typeof next === 'string' ? next : undefined} />
        <Center>
          <LanguageMenu />
        </Center>
      </Stack>
    </Center>
  );
}
