/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Product: '../features/catalogue#KnownProduct as ProductRow',
  ProductConnection: '../features/catalogue#ProductPage',
  ProductAttribute: '../features/catalogue#ProductAttribute as ProductAttributeRow',
  ProductSet: '../features/product-sets#ProductSet as ProductSetRow',
  ProductSetConnection: '../features/product-sets#ProductSetPage',
  GoodsPreview: '../features/product-sets#GoodsPreview as GoodsPreviewRow',
  Complement: '../features/complements#Complement as ComplementRow',
  Programme: '../features/programme#Programme as ProgrammeRow',
  Promotion: '../features/promotions#Promotion as PromotionRow',
  PromotionVersion: '../features/promotions#PromotionVersion as PromotionVersionRow',
  PromotionVersionConnection: '../features/promotions#PromotionVersionPage',
  PromotionTemplate: '@adal/engine#Template',
  PromotionConnection: '../features/promotions#PromotionPage',
};
