import { eventEntities } from '@adal/events';
import { createDataSource } from '@adal/service';
import type { DataSource } from 'typeorm';
import { Approval } from '../features/approvals';
import { Assignment } from '../features/assignments';
import { Product, ProductAttribute, ProductPast, ProductWord } from '../features/catalogue';
import { Complement } from '../features/complements';
import { CouponGuess, CouponIncident } from '../features/coupon-guesses';
import { CouponBatch, CouponExport, CouponPool } from '../features/coupon-pools';
import { Coupon, CouponChange, CouponUse } from '../features/coupons';
import { LimitStateRow } from '../features/limits';
import { HolidayRow } from '../features/holidays';
import { MemberListEntryRow, MemberListRow } from '../features/member-lists';
import { Member, MemberAttribute, MemberCard } from '../features/members';
import { ProductSet, ProductSetMember } from '../features/product-sets';
import { Programme } from '../features/programme';
import { Promotion, PromotionVersion } from '../features/promotions';
import { MemberPurchasesRow, ProductLabelRow, ReceiptRow } from '../features/receipts';
import { SegmentMemberRow } from '../features/segments';
import { PromotionTurn, Simulation, SimulationPart } from '../features/simulations';
import { Store } from '../features/stores';
import { PromotionFigures, PromotionUse } from '../features/uses';
import { CreateCatalogueAndPromotions1795000000000 } from './migrations/1795000000000-create-catalogue-and-promotions';
import { SeedProgramme1795000001000 } from './migrations/1795000001000-seed-programme';
import { KeepShortfallPolicy1795000002000 } from './migrations/1795000002000-keep-shortfall-policy';
import { LimitPromotions1795000003000 } from './migrations/1795000003000-limit-promotions';
import { KeepDefinitions1795000010000 } from './migrations/1795000010000-keep-definitions';
import { ApproveAndHoldOut1795000011000 } from './migrations/1795000011000-approve-and-hold-out';
import { KeepFacts1795000020000 } from './migrations/1795000020000-keep-facts';
import { SeedHolidays1795000020100 } from './migrations/1795000020100-seed-holidays';
import { DescribeProducts1795000030000 } from './migrations/1795000030000-describe-products';
import { CreateCoupons1795000040000 } from './migrations/1795000040000-create-coupons';
import { MoveWorkingDays1795000040100 } from './migrations/1795000040100-move-working-days';
import { TellCoupons1795000041100 } from './migrations/1795000041100-tell-coupons';
import { KeepSimulations1795000050000 } from './migrations/1795000050000-keep-simulations';
import { CountUses1795000051000 } from './migrations/1795000051000-count-uses';
import { ArchivePromotions1795000051100 } from './migrations/1795000051100-archive-promotions';
import { ListUses1795000098000 } from './migrations/1795000098000-list-uses';

/** Entities and migrations of this subgraph. */
export function promotionsDataSource(url: string, pool?: number): DataSource {
  return createDataSource({
    url,
    ...(pool === undefined ? {} : { pool }),
    entities: [
      ...eventEntities,
      Product,
      Programme,
      Promotion,
      PromotionVersion,
      Store,
      Member,
      MemberCard,
      LimitStateRow,
      HolidayRow,
      MemberAttribute,
      MemberListRow,
      MemberListEntryRow,
      MemberPurchasesRow,
      ProductLabelRow,
      ReceiptRow,
      SegmentMemberRow,
      ProductAttribute,
      ProductPast,
      ProductWord,
      ProductSet,
      ProductSetMember,
      Complement,
      ...[CouponPool, CouponBatch, CouponExport, Coupon, CouponUse, CouponChange, CouponGuess, CouponIncident],
      Assignment,
      Approval,
      PromotionTurn,
      Simulation,
      SimulationPart,
      PromotionUse,
      PromotionFigures,
    ],
    migrations: [
      CreateCatalogueAndPromotions1795000000000,
      SeedProgramme1795000001000,
      KeepShortfallPolicy1795000002000,
      LimitPromotions1795000003000,
      KeepDefinitions1795000010000,
      ApproveAndHoldOut1795000011000,
      KeepFacts1795000020000,
      SeedHolidays1795000020100,
      DescribeProducts1795000030000,
      CreateCoupons1795000040000,
      MoveWorkingDays1795000040100,
      TellCoupons1795000041100,
      KeepSimulations1795000050000,
      CountUses1795000051000,
      ArchivePromotions1795000051100,
      ListUses1795000098000,
    ],
  });
}
