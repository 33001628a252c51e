/** Who did what, when and to whom. */
export { AuditEntry } from './audit-entry.entity';
export { recordAudit } from './record-audit';
