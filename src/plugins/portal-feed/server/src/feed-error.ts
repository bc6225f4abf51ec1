import { errors } from '@strapi/utils';
import type { Language } from '../../../../domain/language';

/** Stable codes of what the feed refuses; `details.code` in the answer. */
export type FeedCode =
  | 'token-missing'
  | 'token-unknown'
  | 'portal-not-active'
  | 'cursor-invalid'
  | 'cursor-other-portal'
  | 'filter-changed'
  | 'cursor-too-old'
  | 'cursor-ahead'
  | 'type-unknown'
  | 'too-many-snapshots';

const STATUS: Readonly<Record<FeedCode, { status: number; name: string }>> = {
  'token-missing': { status: 401, name: 'UnauthorizedError' },
  'token-unknown': { status: 401, name: 'UnauthorizedError' },
  'portal-not-active': { status: 403, name: 'ForbiddenError' },
  'cursor-invalid': { status: 400, name: 'ValidationError' },
  'cursor-other-portal': { status: 400, name: 'ValidationError' },
  'filter-changed': { status: 410, name: 'GoneError' },
  'cursor-too-old': { status: 410, name: 'GoneError' },
  'cursor-ahead': { status: 410, name: 'GoneError' },
  'type-unknown': { status: 404, name: 'NotFoundError' },
  'too-many-snapshots': { status: 429, name: 'RateLimitError' },
};

const SENTENCES: Readonly<Record<FeedCode, Record<Language, string>>> = {
  'token-missing': {
    de: 'Bitte senden Sie das Token des Portals mit: Authorization: Bearer …',
    en: 'Please send the portal’s token: Authorization: Bearer …',
  },
  'token-unknown': {
    de: 'Dieses Token gilt nicht (mehr). Die Stadt kann für das Portal ein neues ausstellen.',
    en: 'This token is not valid (any more). The city can issue a new one for the portal.',
  },
  'portal-not-active': {
    de: 'Dieses Portal ist angehalten ({state}). Bitte wenden Sie sich an die Stadt.',
    en: 'This portal has been stopped ({state}). Please contact the city.',
  },
  'cursor-invalid': {
    de: 'after: Das ist kein Cursor dieses Feeds. Bitte übergeben Sie meta.cursor einer Antwort unverändert, oder lassen Sie after weg, um von vorn zu lesen.',
    en: 'after: this is no cursor of this feed. Please pass meta.cursor of an answer unchanged, or leave out after to read from the beginning.',
  },
  'cursor-other-portal': {
    de: 'after: Dieser Cursor wurde einem anderen Portal gegeben. Bitte beginnen Sie mit /api/feed/snapshot.',
    en: 'after: this cursor was given to another portal. Please begin with /api/feed/snapshot.',
  },
  'filter-changed': {
    de: 'Was dieses Portal bekommt, wurde geändert. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
    en: 'What this portal gets has been changed. Please fetch /api/feed/snapshot and go on with its cursor.',
  },
  'cursor-too-old': {
    de: 'Dieser Cursor ist älter, als Entferntes aufbewahrt wird. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
    en: 'This cursor is older than removals are kept. Please fetch /api/feed/snapshot and go on with its cursor.',
  },
  'cursor-ahead': {
    de: 'Der Feed kennt diesen Cursor nicht, vermutlich nach einer Wiederherstellung. Bitte holen Sie /api/feed/snapshot und lesen Sie mit dessen Cursor weiter.',
    en: 'The feed does not know this cursor, probably after a restore. Please fetch /api/feed/snapshot and go on with its cursor.',
  },
  'type-unknown': {
    de: 'Diese Art von Ereignis gibt es nicht. /api/feed/schema zählt alle auf.',
    en: 'There is no such type of event. /api/feed/schema lists them all.',
  },
  'too-many-snapshots': {
    de: 'Für dieses Portal werden schon Snapshots gelesen. Bitte warten Sie, bis sie fertig sind.',
    en: 'Snapshots are being read for this portal already. Please wait until they are done.',
  },
};

const ADVICE: Readonly<Partial<Record<FeedCode, { snapshot: string }>>> = {
  'filter-changed': { snapshot: '/api/feed/snapshot' },
  'cursor-too-old': { snapshot: '/api/feed/snapshot' },
  'cursor-ahead': { snapshot: '/api/feed/snapshot' },
};

/** A refusal of the feed. */
export class FeedError extends Error {
  override readonly name: string;
  readonly status: number;
  readonly expose = true;
  readonly details: Readonly<Record<string, unknown>>;

  /** @param language the one the message is written in; codes are the same in all */
  constructor(
    readonly code: FeedCode,
    language: Language,
    details: Readonly<Record<string, string>> = {},
  ) {
    super(SENTENCES[code][language].replace('{state}', details.state ?? ''));
    this.name = STATUS[code].name;
    this.status = STATUS[code].status;
    this.details = { code, ...ADVICE[code], ...details };
  }
}

// Strapi answers with the status of an HttpError and with 400 or 500 for everything else; the class of http-errors is
// abstract and cannot be extended, so the prototype says what this is.
Object.setPrototypeOf(FeedError.prototype, errors.HttpError.prototype as object);
