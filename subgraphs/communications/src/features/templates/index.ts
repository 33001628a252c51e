/** The words: what a message says, in each language, and whether it needs a consent. */
import { readSdl } from '@adal/service';
import { resolvers } from './templates.resolvers';

export const templates = { typeDefs: readSdl(__dirname, 'templates.graphql'), resolvers };
export { compileTemplates, type RenderTemplate, type TemplateSettings } from './render-template';
export { findStaffTemplate, getTemplate, type Purpose, type Template, type TemplateKey } from './template.registry';
