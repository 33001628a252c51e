import { hash, verify } from '@node-rs/argon2';

const LENGTH = { min: 12, max: 200 };

/** Hash of nothing anybody could type: checked when the e-mail is unknown, so that both answers take the same time. */
const decoy = hash(crypto.randomUUID());

/** True for a password that is long enough to keep; the sentence for the caller is `PASSWORD_RULE`. */
export const isPassword = (password: string): boolean => password.length >= LENGTH.min && password.length <= LENGTH.max;
export const PASSWORD_RULE = `password must have ${LENGTH.min} to ${LENGTH.max} characters.`;

/** argon2id with the library's parameters (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** True when the password fits; takes as long when there is no hash to compare with. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > LENGTH.max) return false;
  const fits = await verify(passwordHash ?? (await decoy), password);
  return fits && passwordHash !== null;
}
