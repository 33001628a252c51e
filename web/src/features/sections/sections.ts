import {
  IconAdjustments,
  IconBook2,
  IconBuildingStore,
  IconCalendarEvent,
  IconChartLine,
  IconDiscount2,
  IconFileImport,
  IconGauge,
  IconHome,
  IconKey,
  IconLayoutGrid,
  IconListCheck,
  IconListDetails,
  IconMail,
  IconPackage,
  IconReceipt,
  IconReportAnalytics,
  IconScale,
  IconSettings,
  IconTicket,
  IconUsers,
  IconUserShield,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { Permission } from '@/features/viewer';

interface Destination {
  /** Key of its name in the messages' `nav`. */
  name:
    | 'overview'
    | 'members'
    | 'memberLists'
    | 'segments'
    | 'promotions'
    | 'catalogue'
    | 'coupons'
    | 'messages'
    | 'metrics'
    | 'reports'
    | 'rfm'
    | 'receipts'
    | 'adjustments'
    | 'limits'
    | 'books'
    | 'imports'
    | 'programme'
    | 'memberAttributes'
    | 'holidays'
    | 'stores'
    | 'partnerKeys'
    | 'staff'
    | 'adjustmentLimits';
  href: string;
  icon: Icon;
  /** Entered with any of these; by everybody when there are none. */
  anyOf?: Permission[];
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
      { name: 'members', href: '/members', icon: IconUsers, anyOf: ['members.read'] },
      { name: 'segments', href: '/segments', icon: IconUsersGroup, anyOf: ['segments.read'] },
      { name: 'memberLists', href: '/member-lists', icon: IconListCheck, anyOf: ['promotions.read'] },
      { name: 'messages', href: '/messages', icon: IconMail, anyOf: ['messages.read'] },
    ],
  },
  {
    heading: 'offers',
    destinations: [
      { name: 'promotions', href: '/promotions', icon: IconDiscount2, anyOf: ['promotions.read'] },
      { name: 'coupons', href: '/coupons', icon: IconTicket, anyOf: ['coupons.read'] },
      { name: 'catalogue', href: '/catalogue', icon: IconPackage, anyOf: ['catalogue.read'] },
    ],
  },
  {
    heading: 'analytics',
    destinations: [
      { name: 'reports', href: '/reports', icon: IconReportAnalytics, anyOf: ['metrics.read'] },
      { name: 'metrics', href: '/metrics', icon: IconChartLine, anyOf: ['metrics.read'] },
      { name: 'rfm', href: '/rfm', icon: IconLayoutGrid, anyOf: ['segments.read'] },
    ],
  },
  {
    heading: 'ledger',
    destinations: [
      { name: 'receipts', href: '/receipts', icon: IconReceipt, anyOf: ['receipts.read'] },
      { name: 'adjustments', href: '/adjustments', icon: IconAdjustments, anyOf: ['ledger.read'] },
      { name: 'limits', href: '/limits', icon: IconGauge, anyOf: ['ledger.read'] },
      { name: 'books', href: '/books', icon: IconBook2, anyOf: ['ledger.read'] },
    ],
  },
  {
    heading: 'settings',
    destinations: [
      {
        name: 'imports',
        href: '/imports',
        icon: IconFileImport,
        anyOf: ['ledger.import', 'members.import', 'catalogue.import', 'coupons.write'],
      },
      { name: 'programme', href: '/settings/programme', icon: IconSettings, anyOf: ['programme.read'] },
      {
        name: 'memberAttributes',
        href: '/settings/member-attributes',
        icon: IconListDetails,
        anyOf: ['members.read'],
      },
      { name: 'holidays', href: '/settings/holidays', icon: IconCalendarEvent, anyOf: ['programme.read'] },
      { name: 'adjustmentLimits', href: '/settings/adjustments', icon: IconScale, anyOf: ['points.limits'] },
      { name: 'stores', href: '/settings/stores', icon: IconBuildingStore, anyOf: ['stores.read'] },
      { name: 'partnerKeys', href: '/settings/partner-keys', icon: IconKey, anyOf: ['keys.manage'] },
      { name: 'staff', href: '/settings/staff', icon: IconUserShield, anyOf: ['staff.manage'] },
    ],
  },
];

/** A destination is current on its own page and on the pages below it. */
export function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
