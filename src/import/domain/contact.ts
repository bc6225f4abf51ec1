import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { splitEmails } from '../../domain/email-address';
import { splitPhones } from '../../domain/phones';
import { checkWebAddress, splitWebAddresses } from '../../domain/web-address';
import type { Checked } from '../../domain/checked';
import type { Note } from './notes';
import type { ContactRecord, SocialLinkRecord } from './record';
import { compact, type Tags } from './tags';

/** Contact values as the source has them: lists in one field, several fields, any spelling. */
export interface RawContact {
  phones: string[];
  mobiles: string[];
  faxes: string[];
  emails: string[];
  websites: string[];
  socials: SocialLinkRecord[];
}

const valuesAt = (tags: Tags, pattern: RegExp): string[] =>
  Object.keys(tags)
    .filter((key) => pattern.test(key))
    .map((key) => tags[key] ?? '');

// `contact:phone1`, `phone_2`: mappers number further values.
const NETWORKS: Readonly<Record<string, string>> = {
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  linkedin: 'https://www.linkedin.com/company/',
  mastodon: '',
  youtube: 'https://www.youtube.com/',
  tiktok: 'https://www.tiktok.com/@',
  xing: 'https://www.xing.com/pages/',
  twitter: 'https://x.com/',
};

// "@muster@social.example": whom the Fediverse calls so has a page on that server.
const FEDIVERSE = /^@?([\w.-]+)@([^@\s/]+)$/;
const ACCOUNT = /^@?[\w.-]+$/;

// A bare name is an account on the network, also with a dot in it; what names the network or has a slash is an address.
const profileUrl = (network: string, value: string): string => {
  const [, account, server] = FEDIVERSE.exec(value) ?? [];
  if (network === 'mastodon' && account && server) return `https://${server}/@${account}`;
  const isAccount = NETWORKS[network] !== '' && ACCOUNT.test(value) && !isHostOf(network, value);
  return isAccount ? `${NETWORKS[network] ?? ''}${value.replace(/^@/, '')}` : value;
};

const isHostOf = (network: string, value: string): boolean =>
  value.toLowerCase().includes(`${network}.`) || /^www\./i.test(value);

const socialsOf = (tags: Tags): SocialLinkRecord[] =>
  Object.keys(NETWORKS).flatMap((network) =>
    valuesAt(tags, new RegExp(`^(contact:)?${network}$`)).map((value) => ({
      network: network === 'twitter' ? 'x' : network,
      url: profileUrl(network, value),
    })),
  );

/** The contact tags of an OSM element, plain keys and `contact:*` alike. */
export const rawContactOf = (tags: Tags): RawContact => ({
  phones: valuesAt(tags, /^(contact:)?(phone|telephone)(_?\d+)?$/),
  mobiles: valuesAt(tags, /^(contact:|phone:)?mobile$/),
  faxes: valuesAt(tags, /^(contact:)?fax$/),
  emails: valuesAt(tags, /^(contact:)?email$/),
  // What is called a website counts before any other address.
  websites: [...valuesAt(tags, /^(contact:)?website$/), ...valuesAt(tags, /^(contact:)?url$/)],
  socials: socialsOf(tags),
});

interface Sorted<T> {
  values: T[];
  notes: Note[];
}

const sort = <T>(field: string, checked: Checked<T>[]): Sorted<T> => ({
  values: [...new Set(checked.flatMap((one) => (one.ok ? [one.value] : [])))],
  notes: checked.flatMap((one): Note[] => (one.ok ? [] : [{ refused: one, field }])),
});

const numbers = (field: string, raw: string[]): Sorted<string> => sort(field, raw.flatMap(splitPhones));

const isMobile = (number: string): boolean => parsePhoneNumberFromString(number)?.getType() === 'MOBILE';

const surplus = (field: string, values: readonly string[]): Note[] =>
  values.slice(1).map((found) => ({ code: 'value-without-field', field, found }));

const checkedSocials = (socials: SocialLinkRecord[]): Sorted<SocialLinkRecord> =>
  sort(
    'contact.socialLinks',
    socials.map((link) => {
      const url = checkWebAddress(link.url);
      return url.ok ? { ok: true, value: { ...link, url: url.value } } : url;
    }),
  );

/** The contact component of the content model. What a rule refuses is left out, and the notes say so. */
export const contactOf = (raw: RawContact): { contact?: ContactRecord; notes: Note[] } => {
  const phones = numbers('contact.phone', raw.phones);
  const mobiles = numbers('contact.mobile', [...raw.mobiles, ...phones.values.filter(isMobile)]);
  const lines = phones.values.filter((number) => !isMobile(number));
  const faxes = numbers('contact.fax', raw.faxes);
  const emails = sort('contact.email', raw.emails.flatMap(splitEmails));
  const websites = sort('contact.website', raw.websites.flatMap(splitWebAddresses));
  const socials = checkedSocials(raw.socials);
  const contact = compact<ContactRecord>({
    phone: lines[0],
    mobile: mobiles.values[0],
    fax: faxes.values[0],
    email: emails.values[0],
    website: websites.values[0],
    socialLinks: socials.values.length > 0 ? socials.values : undefined,
  });
  const notes = [phones, mobiles, faxes, emails, websites, socials].flatMap((one) => one.notes);
  return {
    ...(contact ? { contact } : {}),
    notes: [
      ...notes,
      ...surplus('contact.phone', lines),
      ...surplus('contact.mobile', mobiles.values),
      ...surplus('contact.fax', faxes.values),
      ...surplus('contact.email', emails.values),
      ...surplus('contact.website', websites.values),
    ],
  };
};
