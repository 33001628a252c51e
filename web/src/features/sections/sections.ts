import {
  IconBook2,
  IconBuildingStore,
  IconChartLine,
  IconDiscount2,
  IconFileImport,
  IconHome,
  IconKey,
  IconMail,
  IconReceipt,
  IconSettings,
  IconUsers,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import type { Permission } from '@/features/viewer';

export interface Destination {
  /** Key of its name in the messages' `nav`. */
  name:
    | 'overview'
    | 'members'
    | 'promotions'
    | 'messages'
    | 'metrics'
    | 'receipts'
    | 'books'
    | 'imports'
    | 'programme'
    | 'stores'
    | 'partnerKeys'
    | 'staff';
  href: string;
  icon: Icon;
  permission?: Permission;
}

export interface Section {
  /** Key of its heading in `nav`; the first section has none. */
  heading?: 'customers' | 'offers' | 'analytics' | 'ledger' | 'settings';
  destinations: Destination[];
}

/** The office by job. */
export const sections: Section[] = [
  { destinations: [{ name: 'overview', href: '/', icon: IconHome }] },
  {
    heading: 'customers',
    destinations: [
      { name: 'members', href: '/members', icon: IconUsers, permission: 'members.read' },
      { name: 'messages', href: '/messages', icon: IconMail, permission: 'messages.read' },
    ],
  },
  {
    heading: 'offers',
    destinations: [{ name: 'promotions', href: '/promotions', icon: IconDiscount2, permission: 'promotions.read' }],
  },
  {
    heading: 'analytics',
    destinations: [{ name: 'metrics', href: '/metrics', icon: IconChartLine, permission: 'metrics.read' }],
  },
  {
    heading: 'ledger',
    destinations: [
      { name: 'receipts', href: '/receipts', icon: IconReceipt, permission: 'receipts.read' },
      { name: 'books', href: '/books', icon: IconBook2, permission: 'ledger.read' },
    ],
  },
  {
    heading: 'settings',
    destinations: [
      { name: 'imports', href: '/imports', icon: IconFileImport, permission: 'ledger.import' },
      { name: 'programme', href: '/settings/programme', icon: IconSettings, permission: 'programme.read' },
      { name: 'stores', href: '/settings/stores', icon: IconBuildingStore, permission: 'stores.read' },
      { name: 'partnerKeys', href: '/settings/partner-keys', icon: IconKey, permission: 'keys.manage' },
      { name: 'staff', href: '/settings/staff', icon: IconUserShield, permission: 'staff.manage' },
    ],
  },
];

/** A destination is current on its own page and on the pages below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
