/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Member: '../features/profiles#Member as MemberRow',
  MemberConnection: '../features/profiles#MemberPage',
  Card: '../features/cards#Card as CardRow',
  Consent: '../features/consents#Consent as ConsentRow',
  DeclaredAttribute: '../features/attributes#DeclaredAttribute as DeclaredAttributeRow',
  NamedAttributeValue: '../features/attributes#NamedValue',
  StaffMember: '../features/staff#StaffMember as StaffMemberRow',
  PartnerKey: '../features/partner-keys#PartnerKey as PartnerKeyRow',
};
