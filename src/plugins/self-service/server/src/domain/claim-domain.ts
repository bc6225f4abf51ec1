import { parseUrl } from '#src/domain/parse-url';

/** How the domain of an address stands to that of a website. */
export type DomainMatch = 'same-domain' | 'other-domain' | 'public-mail' | 'no-website';

// Where anybody can have an address.
const PUBLIC_MAIL = new Set([
  'aol.com',
  'arcor.de',
  'freenet.de',
  'gmail.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.de',
  'icloud.com',
  'live.de',
  'mail.de',
  'mailbox.org',
  'outlook.com',
  'outlook.de',
  'posteo.de',
  'proton.me',
  'protonmail.com',
  't-online.de',
  'web.de',
  'yahoo.com',
  'yahoo.de',
]);

const hostOf = (website: string): string | undefined => parseUrl(website)?.hostname.replace(/^www\./, '');

/** What follows the last `@`. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** Whether an address is at the domain of a website, or at one above or below it. */
export function matchDomains(email: string, website: string | null | undefined): DomainMatch {
  const domain = domainOf(email);
  const host = website ? hostOf(website) : undefined;
  if (host && (host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)))
    return PUBLIC_MAIL.has(domain) ? 'public-mail' : 'same-domain';
  if (PUBLIC_MAIL.has(domain)) return 'public-mail';
  return host ? 'other-domain' : 'no-website';
}
