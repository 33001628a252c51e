import { inTransaction, type Logger } from '@adal/service';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { insertStaffMember } from './staff.queries';
import { isRole } from './staff.rules';
import { StaffMember } from './staff-member.entity';

const newStaffSchema = z.object({
  email: z.email(),
  password: z.string().min(12),
  name: z.string().min(1),
  role: z.string().refine(isRole, 'must be a staff role'),
  storeIds: z.array(z.string()).optional(),
});

/** JSON list of staff in an environment variable. */
export const bootstrapStaffSchema = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(newStaffSchema));

/** Who must be able to sign in after the first start. */
export interface BootstrapStaff {
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly staff: z.infer<typeof bootstrapStaffSchema>;
}

/** Makes the first administrator when there is no staff at all, and the listed staff who are missing. */
export async function bootstrapStaff(
  db: DataSource,
  { administrator, staff }: BootstrapStaff,
  log: Logger,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const first = administrator && (await tx.count(StaffMember)) === 0;
    const wanted = [...(first ? [{ ...administrator, name: 'Administrator', role: 'ADMINISTRATOR' }] : []), ...staff];
    const known = new Set((await tx.find(StaffMember, { select: { email: true } })).map((member) => member.email));
    for (const { role, ...member } of wanted) {
      if (!isRole(role) || known.has(member.email.toLowerCase())) continue;
      const made = await insertStaffMember(tx, { ...member, role }, new Date());
      if (made) log.info({ staffMemberId: made.id, role }, 'Staff member made from the settings');
    }
  });
}
