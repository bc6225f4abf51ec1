import { hasNoAnswer } from '../domain/refusal';
import { seen, type Kept } from './store';

/** What was loaded, or what was kept of the last time. */
export interface LastSeen<Content> {
  readonly content: Content;
  /** When it was loaded, if that was earlier: there is no net now. ISO 8601 */
  readonly since?: string;
}

interface Entry<Content> {
  readonly at: string;
  readonly content: Content;
}

/** The key of what an account has seen; all of it begins so. */
export const seenBy = (account: string, key = ''): string => `${account} ${key}`;

/**
 * Loads something and keeps it on this device; without a net it is what was kept.
 * @param account whose it is: nobody else gets it
 * @param key what it is: `businesses/k3v9`
 * @throws what `load` throws if the city has answered, or nothing was kept
 */
export async function rememberFor<Content>(
  account: string,
  key: string,
  load: () => Promise<Content>,
  { kept = seen, now = () => new Date() }: { readonly kept?: Kept; readonly now?: () => Date } = {},
): Promise<LastSeen<Content>> {
  const name = seenBy(account, key);
  try {
    const content = await load();
    await kept.set(name, { at: now().toISOString(), content } satisfies Entry<Content>);
    return { content };
  } catch (error) {
    const last = hasNoAnswer(error) ? await kept.get<Entry<Content>>(name) : undefined;
    if (!last) throw error;
    return { content: last.content, since: last.at };
  }
}
