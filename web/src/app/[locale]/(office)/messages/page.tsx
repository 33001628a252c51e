import { config } from '@/config';
import { Messages } from '@/features/messages';
import { messagesVariables } from '@/features/messages/variables';
import { viewerMay } from '@/features/viewer/load-viewer';
import { MessagesDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { titleOf } from '@/i18n/title-of';
import { NoAccess } from '@/ui/no-access';
import { toParams } from '@/ui/params';

export const generateMetadata = titleOf('messages');

export default async function MessagesPage({ searchParams }: PageProps<'/[locale]/messages'>) {
  if (!(await viewerMay('messages.read'))) return <NoAccess />;
  const variables = messagesVariables(toParams(await searchParams), config().timeZone);
  return <Messages first={await load(MessagesDocument, variables)} />;
}
