import { refused } from '#src/platform/refusals/refusal';
import type { Command } from '../contract';
import type { LoggedGrounds } from '../domain/decision-mail-texts';
import { isTakenFromMaker } from '../domain/transitions';

type Taking = Pick<Command, 'actor' | 'grounds' | 'afterNotice'> & { readonly action: string };

/**
 * On which grounds something is not shown any more, for the log and the mail about it (DSA, Art. 17): neither illegal nor
 * against the terms, unless somebody says so. Nothing of what takes nothing from its maker.
 * @throws Refusal `norm-required` if it is, and nobody says by which law or clause
 */
export function groundsOf({ action, actor, grounds, afterNotice }: Taking): {
  readonly grounds?: LoggedGrounds;
} {
  if (!isTakenFromMaker(action) || actor.kind === 'contributor') return {};
  const { basis, norm } = grounds ?? { basis: 'other' as const };
  const said = norm?.trim() || null;
  if (basis !== 'other' && said === null) throw refused('norm-required', ['norm']);
  return { grounds: { basis, norm: basis === 'other' ? null : said, afterNotice: afterNotice === true } };
}
