'use client';

import { Button, Grid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MemberCoupons } from '@/features/coupons';
import { useMay } from '@/features/viewer';
import {
  MemberPointsDocument,
  MemberProfileDocument,
  MemberPulseDocument,
  type MemberPointsQuery,
  type MemberPointsQueryVariables,
  type MemberProfileQuery,
  type MemberProfileQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { useLive } from '@/graphql/use-live';
import { FailureAlert } from '@/ui/failure-alert';
import { Page } from '@/ui/page';
import { StatusBadge } from '@/ui/status-badge';
import { CardsPanel } from './cards-panel';
import { ConsentsPanel } from './consents-panel';
import { History } from './history';
import type { LoadedHistory } from './load-member';
import { MemberStatus } from './member-status';
import { PointsPanel } from './points-panel';
import { ProfilePanel } from './profile-panel';

interface Props {
  profile: Loaded<MemberProfileQuery, MemberProfileQueryVariables>;
  points: Loaded<MemberPointsQuery, MemberPointsQueryVariables>;
  history: LoadedHistory;
}

/** Everything an operator needs of one member while on a call. */
export function Member({ profile, points, history }: Props) {
  const t = useTranslations('member');
  const { id } = profile.variables;
  const profileGraph = useGraph(MemberProfileDocument, { id }, { first: profile });
  const pointsGraph = useGraph(MemberPointsDocument, { id }, { first: points });
  const [changingStatus, status] = useDisclosure();
  const [mayWrite, mayCoupons] = [useMay('members.write'), useMay('coupons.read')];
  const [changes, setChanges] = useState(0);
  const refetch = () => {
    profileGraph.refetch();
    pointsGraph.refetch();
  };
  const beats = useLive(MemberPulseDocument, { id }, refetch);
  const member = profileGraph.data?.member;
  return (
    <Page
      title={member?.displayName || t('nameless')}
      crumbs={[{ label: t('members'), href: '/members' }]}
      aside={member != null && <StatusBadge kind="memberStatus" status={member.status} />}
      actions={
        mayWrite &&
        member != null && (
          <Button variant="default" onClick={status.open}>
            {member.status === 'BLOCKED' ? t('unblock') : t('block')}
          </Button>
        )
      }
    >
      {profileGraph.failure !== undefined && (
        <FailureAlert failure={profileGraph.failure} onRetry={profileGraph.refetch} />
      )}
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, md: 4 }}>
          {member != null && (
            <Stack gap="sm">
              <ProfilePanel member={member} onChanged={refetch} />
              <CardsPanel memberId={id} cards={member.cards} onChanged={refetch} />
              {mayCoupons && <MemberCoupons memberId={id} />}
              <ConsentsPanel memberId={id} consents={member.consents} onChanged={refetch} />
            </Stack>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="sm">
            <PointsPanel graph={pointsGraph} onChanged={() => (refetch(), setChanges(changes + 1))} />
            <History memberId={id} beats={beats + changes} history={history} />
          </Stack>
        </Grid.Col>
      </Grid>
      {changingStatus && member != null && (
        <MemberStatus id={id} status={member.status} onClose={status.close} onChanged={refetch} />
      )}
    </Page>
  );
}
