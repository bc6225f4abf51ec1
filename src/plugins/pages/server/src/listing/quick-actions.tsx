import type { ReactNode } from 'react';
import { mailUrl } from '#src/domain/mail-url';
import { CATALOGUES } from '#src/languages/index';
import type { ListingShown } from '#src/plugins/directory/server/src/contract';
import { contactOf, dialUrl, routeUrl } from './contact';
import type { Reader } from './glance';
import { Icon, type IconName } from './icon';
import { many, text, webAddress, type Entry } from './read-facts';

interface Action {
  readonly icon: IconName;
  readonly label: string;
  readonly url: string;
  /** What a device shares that can. */
  readonly shares?: { readonly url: string; readonly title: string };
}

const phoneOf = (facts: Entry): string | undefined => {
  const contact = contactOf(facts);
  return text(contact, 'phone') ?? text(contact, 'mobile') ?? text(many(facts, 'phones')[0], 'number');
};

function actionsOf(
  { type, slug, name, hasVcard, facts }: ListingShown,
  { language }: Reader,
  url: string,
): Action[] {
  const words = CATALOGUES[language].cityPages.listing;
  const phone = phoneOf(facts);
  const route = routeUrl(facts);
  const website = webAddress(contactOf(facts), 'website') ?? webAddress(facts, 'website');
  const email = text(facts, 'email');
  const vcard = `/api/directory/listings/${type}/${slug}.vcf?locale=${language}`;
  const action = (icon: IconName, label: string, to: string | undefined): Action[] =>
    to === undefined ? [] : [{ icon, label, url: to }];
  return [
    ...action('call', words.call, phone && dialUrl(phone)),
    ...action('route', words.route, route),
    ...action('website', words.website, website),
    ...action('write', words.write, email && mailUrl(email)),
    ...action('contact', words.vcard, hasVcard ? vcard : undefined),
    {
      icon: 'share',
      label: words.share,
      url: mailUrl('', { subject: words.shareSubject(name), body: url }),
      shares: { url, title: name },
    },
  ];
}

interface QuickActionsProps {
  readonly shown: ListingShown;
  readonly reader: Reader;
  /** The page's whole address. */
  readonly url: string;
}

/** What most come for, where a thumb reaches it. */
export const QuickActions = ({ shown, reader, url }: QuickActionsProps): ReactNode => (
  <nav className="quick" aria-label={CATALOGUES[reader.language].cityPages.listing.actions}>
    <ul>
      {actionsOf(shown, reader, url).map(({ icon, label, url: to, shares }, at) => (
        <li key={icon}>
          <a
            href={to}
            className={at === 0 && shares === undefined ? 'first' : undefined}
            rel={icon === 'website' ? 'noopener nofollow' : undefined}
            data-share={shares?.url}
            data-title={shares?.title}
            data-copied={shares && CATALOGUES[reader.language].cityPages.listing.copied}
          >
            <Icon name={icon} />
            <span>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
