import type { Context } from 'koa';

/** An id in the path; anything that cannot be one becomes empty, which matches nothing. */
export function idOf(ctx: Context, name: string): string {
  const value = (ctx as Context & { params: Record<string, string> }).params[name] ?? '';
  return /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : '';
}
