import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ReactNode } from 'react';
import { mailUrl } from '#src/domain/mail-url';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { many, number, one, shortAddress, text, webAddress, type Entry } from './read-facts';
import { wordOf } from './words-of-facts';

/** A number as people of the country write it; short ones such as 115 as they are. */
export function writtenNumber(number: string): string {
  const short = /^\+49(1\d\d|116\d{3})$/.exec(number)?.[1];
  return short ?? parsePhoneNumberFromString(number, 'DE')?.formatNational() ?? number;
}

const dialled = (number: string): string => /^\+49(1\d\d|116\d{3})$/.exec(number)?.[1] ?? number;

/** The address that calls a number. */
export const dialUrl = (number: string): string => `tel:${dialled(number).replace(/[^+\d]/g, '')}`;

export const PhoneLink = ({ number }: { number: string }): ReactNode => (
  <a href={dialUrl(number)}>{writtenNumber(number)}</a>
);

const WebLink = ({ url, label }: { url: string; label?: string }): ReactNode => (
  <a href={url} rel="noopener nofollow">
    {label ?? shortAddress(url)}
  </a>
);

/** An address in two lines. */
export function addressLines(address: Entry | undefined): string[] {
  const [street, house, postcode, place] = ['street', 'houseNumber', 'postcode', 'place'].map((name) =>
    text(address, name),
  );
  return [
    [street, house],
    [postcode, place],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean);
}

/** Where a route is planned to, in a map that needs no account. */
export function routeUrl(facts: Entry): string | undefined {
  const point = one(facts, 'location');
  const [latitude, longitude] = [number(point, 'latitude'), number(point, 'longitude')];
  if (latitude === undefined || longitude === undefined) return undefined;
  const to = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  return `https://www.openstreetmap.org/directions?to=${encodeURIComponent(to)}`;
}

interface Line {
  readonly label: string;
  readonly value: ReactNode;
}

/** How one calls or writes: of what belongs to a business, as one does the business. */
export const contactOf = (facts: Entry): Entry | undefined =>
  one(facts, 'contact') ?? one(one(facts, 'business'), 'contact');

/** How one reaches those whom a listing is about; none where nothing is known. */
export function contactLines(facts: Entry, language: Language): Line[] {
  const words = CATALOGUES[language].cityPages.listing;
  const contact = contactOf(facts);
  const address = addressLines(one(facts, 'address'));
  const phone = (name: string, label: string): Line[] => {
    const value = text(contact, name);
    return value === undefined ? [] : [{ label, value: <PhoneLink number={value} /> }];
  };
  const phones = many(facts, 'phones').flatMap((row): Line[] => {
    const value = text(row, 'number');
    return value === undefined
      ? []
      : [{ label: text(row, 'label') ?? words.phone, value: <PhoneLink number={value} /> }];
  });
  const email = text(facts, 'email');
  const website = webAddress(contact, 'website') ?? webAddress(facts, 'website');
  const fax = text(contact, 'fax');
  const social = many(contact, 'socialLinks').flatMap((row) => {
    const url = webAddress(row, 'url');
    return url === undefined ? [] : [{ url, label: wordOf(text(row, 'network') ?? 'other', language) }];
  });
  return [
    ...(address.length > 0
      ? [{ label: words.address, value: <address className="lines">{address.join('\n')}</address> }]
      : []),
    ...phone('phone', words.phone),
    ...phone('mobile', words.mobile),
    ...phones,
    ...(fax === undefined ? [] : [{ label: words.fax, value: writtenNumber(fax) }]),
    ...(email === undefined ? [] : [{ label: words.email, value: <a href={mailUrl(email)}>{email}</a> }]),
    ...(website === undefined ? [] : [{ label: words.website, value: <WebLink url={website} /> }]),
    ...(social.length > 0
      ? [
          {
            label: words.social,
            value: (
              <ul className="inline">
                {social.map((link, at) => (
                  <li key={at}>
                    <WebLink {...link} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
}

/** Labels with their values, of which some are links. */
export const Lines = ({ lines }: { lines: readonly Line[] }): ReactNode =>
  lines.length > 0 && (
    <dl className="facts">
      {lines.map(({ label, value }, at) => (
        <div key={at}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );

export type { Line };
