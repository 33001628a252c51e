'use client';

import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { MessagesDocument, type MessagesQuery, type MessagesQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { ListPage } from '@/ui/list-page';
import type { Column } from '@/ui/table';
import { useUrlState } from '@/ui/url-state';
import { useAddresseeColumn, useMessageColumns, type MessageWithMember } from './columns';
import { MessageFilters } from './message-filters';
import { messageFilters, messagesVariables } from './variables';

/** What was said to members, and whether it arrived. */
export function Messages({ first }: { first: Loaded<MessagesQuery, MessagesQueryVariables> }) {
  const t = useTranslations('messages');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const variables = messagesVariables(params, timeZone);
  const graph = useGraph(MessagesDocument, variables, { first });
  const columns: Column<MessageWithMember>[] = useMessageColumns();
  const addressee = useAddresseeColumn();
  return (
    <ListPage
      name="messages"
      title={t('title')}
      columns={columns.toSpliced(2, 0, addressee)}
      document={MessagesDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.messages}
      filters={(clear) => <MessageFilters onClear={clear} />}
      filterKeys={messageFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
    />
  );
}
