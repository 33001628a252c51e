export { PartnerKeys } from './partner-keys';
