import { GraphQLError } from 'graphql';
import type { Actor } from './actor';
import type { Permission } from './permissions';

/** Throws unless the actor has the permission: UNAUTHENTICATED when nobody is signed in, FORBIDDEN otherwise. */
export function requirePermission(ctx: { readonly actor: Actor }, permission: Permission): void {
  if (ctx.actor.permissions.has(permission)) return;
  if (ctx.actor.kind === 'anonymous') {
    throw new GraphQLError('Sign in, or send a key as "Authorization: Bearer …".', {
      extensions: { code: 'UNAUTHENTICATED' },
    });
  }
  throw new GraphQLError(`This needs the permission ${permission}.`, { extensions: { code: 'FORBIDDEN', permission } });
}

/** True when the actor may see rows of this store. */
export function seesStore(ctx: { readonly actor: Actor }, storeId: string): boolean {
  return ctx.actor.storeIds === null || ctx.actor.storeIds.includes(storeId);
}

/** Thrown for input that no union member covers (a page size, an unknown grain): BAD_USER_INPUT with a sentence. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
