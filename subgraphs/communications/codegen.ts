/** Which row type stands behind which GraphQL type, as `path#Type` from src/generated. */
export const mappers: Record<string, string> = {
  Member: '../graphql/references#MemberReference',
  Message: '../features/messages#Message as MessageRow',
  MessageConnection: '../features/messages#MessagePage',
  Template: '../features/templates#Template as TemplateRow',
};
