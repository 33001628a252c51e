import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { DeclaredAttribute } from '../features/attributes';
import { AuditEntry } from '../features/audit';
import { Card } from '../features/cards';
import { Consent } from '../features/consents';
import { PartnerKey } from '../features/partner-keys';
import { Member } from '../features/profiles';
import { ClientRequest } from '../features/requests';
import { RefreshToken, Session, SignInThrottle } from '../features/sign-in';
import { StaffMember } from '../features/staff';
import { CreateMembers1795000000000 } from './migrations/1795000000000-create-members';
import { CreateStaff1795000000001 } from './migrations/1795000000001-create-staff';
import { LimitPartnerKeys1795000004000 } from './migrations/1795000004000-limit-partner-keys';
import { KeepChildren1795000020000 } from './migrations/1795000020000-keep-children';
import { NameAttributeValues1795000032000 } from './migrations/1795000032000-name-attribute-values';

/** Makes (does not open) the data source: tables of this subgraph and their history. */
export function membersDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool === undefined ? {} : { pool }),
    entities: [
      ...eventEntities,
      Member,
      Card,
      Consent,
      ClientRequest,
      AuditEntry,
      StaffMember,
      Session,
      RefreshToken,
      SignInThrottle,
      PartnerKey,
      DeclaredAttribute,
    ],
    migrations: [
      CreateMembers1795000000000,
      CreateStaff1795000000001,
      LimitPartnerKeys1795000004000,
      KeepChildren1795000020000,
      NameAttributeValues1795000032000,
    ],
  });
}
