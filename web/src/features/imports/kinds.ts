import type { Permission } from '@/features/viewer';
import {
  ImportBalancesDocument,
  ImportCardsDocument,
  ImportCouponsDocument,
  ImportMembersDocument,
  ImportProductsDocument,
  ImportReceiptsDocument,
  ImportStoresDocument,
} from '@/graphql/generated/graphql';

export const kinds = ['stores', 'products', 'members', 'cards', 'receipts', 'balances', 'coupons'] as const;
export type ImportKind = (typeof kinds)[number];

interface KindOfFile {
  document: typeof ImportStoresDocument;
  permission: Permission;
  required: string[];
  optional: string[];
}

/** What each kind of file must and may have, under the names the services know. */
export const kindsOfFile: Record<ImportKind, KindOfFile> = {
  stores: {
    document: ImportStoresDocument,
    permission: 'ledger.import',
    required: ['store_id', 'name', 'city'],
    optional: words('brand banner format legal_entity opened_on closed_on time_zone latitude longitude'),
  },
  products: {
    document: ImportProductsDocument,
    permission: 'catalogue.import',
    required: ['sku', 'name', 'category_path'],
    optional: words('brand barcode cost price min_price not_discountable vat_rate substitutes_group season status'),
  },
  members: {
    document: ImportMembersDocument,
    permission: 'members.import',
    required: ['member_id'],
    optional: words(
      `card_number phone email first_name last_name birth_date gender city home_store_id marital_status children has_car
       pets registered_at channel language consent_sms consent_email consent_push`,
    ),
  },
  cards: {
    document: ImportCardsDocument,
    permission: 'members.import',
    required: ['card_number', 'member_id'],
    optional: words('kind status issued_at'),
  },
  receipts: {
    document: ImportReceiptsDocument,
    permission: 'ledger.import',
    required: words('receipt_id line_no kind occurred_at store_id sku quantity amount'),
    optional: words(
      `member_id card_number till_id cashier_id price discount cost promo original_receipt_id payment points_spent
       points_earned`,
    ),
  },
  balances: {
    document: ImportBalancesDocument,
    permission: 'ledger.import',
    required: ['member_id', 'points'],
    optional: ['activates_at', 'expires_at'],
  },
  coupons: {
    document: ImportCouponsDocument,
    permission: 'coupons.write',
    required: ['pool', 'code'],
    optional: ['member_id', 'valid_from', 'valid_until'],
  },
};

function words(text: string): string[] {
  return text.split(/\s+/);
}
