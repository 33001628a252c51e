/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Product: '../features/catalogue#Product as ProductRow',
  ProductConnection: '../features/catalogue#ProductPage',
  Programme: '../features/programme#Programme as ProgrammeRow',
  Promotion: '../features/promotions#Promotion as PromotionRow',
  PromotionConnection: '../features/promotions#PromotionPage',
};
