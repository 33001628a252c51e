'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  MemberBalancesDocument,
  MembersDocument,
  type MembersQuery,
  type MembersQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { ListPage } from '@/ui/list-page';
import { useUrlState } from '@/ui/url-state';
import { useMemberColumns, type Balances } from './columns';
import { MemberFilters } from './member-filters';
import { memberFilters, membersVariables } from './variables';

const EnrolMember = dynamic(async () => (await import('./enrol-member')).EnrolMember);

/** Everybody in the programme: found by card, phone, e-mail or name. */
export function Members({ first }: { first: Loaded<MembersQuery, MembersQueryVariables> }) {
  const t = useTranslations('members');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const variables = membersVariables(params, timeZone);
  const graph = useGraph(MembersDocument, variables, { first });
  const columns = useMemberColumns(useBalances(variables));
  const [enrolling, enrolment] = useDisclosure();
  const mayEnrol = useMay('members.enrol');
  return (
    <>
      <ListPage
        name="members"
        title={t('title')}
        actions={
          mayEnrol && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={enrolment.open}>
              {t('enrol')}
            </Button>
          )
        }
        columns={columns}
        document={MembersDocument}
        variables={variables}
        graph={graph}
        pick={(data) => data.members}
        filters={(clear) => <MemberFilters onClear={clear} />}
        filterKeys={memberFilters}
        nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
      />
      {enrolling && <EnrolMember onClose={enrolment.close} />}
    </>
  );
}

// Points come from another service: asked apart, so that the list stands when the ledger does not.
function useBalances(variables: MembersQueryVariables): Balances {
  const { data, failure } = useGraph(MemberBalancesDocument, variables);
  if (data === undefined) return failure === undefined ? undefined : new Map();
  return new Map(data.members.edges.map(({ node }) => [node.id, node.balance.available]));
}
