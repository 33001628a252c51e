'use client';

import { Button, Grid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  MessageBodyDocument,
  RetryMessageDocument,
  type MessageBodyQuery,
  type MessageBodyQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { Page } from '@/ui/page';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';
import classes from './message.module.css';

type Body = NonNullable<MessageBodyQuery['message']>;

/** One message: what it says, to whom, and what became of it. */
export function Message({ first }: { first: Loaded<MessageBodyQuery, MessageBodyQueryVariables> }) {
  const t = useTranslations('messages');
  const graph = useGraph(MessageBodyDocument, first.variables, { first });
  const message = graph.data?.message;
  return (
    <Page
      title={message?.subject || t('one')}
      crumbs={[{ label: t('title'), href: '/messages' }]}
      aside={message != null && <StatusBadge kind="messageStatus" status={message.status} />}
      actions={message?.status === 'FAILED' && <Retry id={message.id} onRetried={graph.refetch} />}
    >
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Panel title={t('details')} graph={graph}>
            {message != null && <MessageFacts message={message} />}
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Panel title={t('body')} graph={graph}>
            {message?.html == null ? (
              <NothingYet title={t('noBody')} />
            ) : (
              // What a message carries runs nothing and reaches nothing here.
              <iframe className={classes.body} title={message.subject} srcDoc={message.html} sandbox="" />
            )}
          </Panel>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function MessageFacts({ message }: { message: Body }) {
  const t = useTranslations('messages');
  const fmt = useFmt();
  const [template, purpose, channel] = [
    useEnumLabel('template'),
    useEnumLabel('purpose'),
    useEnumLabel('consentChannel'),
  ];
  const language = useEnumLabel('language');
  const { member, sentAt, nextAttemptAt } = message;
  const when = (instant: string | null) => (instant === null ? null : fmt.dateTime(instant));
  return (
    <Facts
      facts={[
        [t('member'), member && <TextLink href={`/members/${member.id}`}>{member.displayName}</TextLink>],
        [t('recipient'), message.recipient],
        [t('channel'), channel(message.channel)],
        [t('template'), template(message.template)],
        [t('purpose'), purpose(message.purpose)],
        [t('language'), language(message.language)],
        [t('queuedAt'), when(message.queuedAt)],
        [t('sentAt'), when(sentAt)],
        [t('attempts'), fmt.number(message.attempts)],
        [t('nextAttemptAt'), when(nextAttemptAt)],
        [t('reason'), message.reason],
      ]}
    />
  );
}

function Retry({ id, onRetried }: { id: string; onRetried: () => void }) {
  const t = useTranslations('messages');
  const refusalText = useRefusalText();
  const maySend = useMay('messages.send');
  const [retryMessage, busy] = useChange(RetryMessageDocument);
  if (!maySend) return null;
  const retry = async () => {
    const answer = (await retryMessage({ id }))?.retryMessage;
    if (answer === undefined) return;
    if (answer.__typename !== 'MessageQueued') return notifyRefused(refusalText(answer));
    notifyDone(t('retried'));
    onRetried();
  };
  return (
    <Button loading={busy} onClick={retry}>
      {t('retry')}
    </Button>
  );
}
