/**
 * What the server of the portal feed and its admin panel tell each other, and what the services `portals` and
 * `deliveries` promise to the admin routes. Imported by both sides: types and names only, so that no server code reaches
 * the panel.
 * Times are ISO 8601 strings in UTC.
 */

/** `active`: is fed. `paused`: by a person, nothing is sent, what would be is kept. `disabled`: by us, see `stateReason`. */
export type PortalState = 'active' | 'paused' | 'disabled';

/** Why a portal is disabled: it answered 410, or nothing but failure for 120 h. */
export type DisabledReason = 'gone' | 'failing';

export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What a portal gets. Every criterion that is given must match; an empty list or `null` asks nothing. */
export interface PortalFilter {
  /** Singular names: `business`, `offer`, … */
  readonly types: readonly string[];
  /** Slugs; a category includes those below it. */
  readonly categories: readonly string[];
  /** Slugs. */
  readonly districts: readonly string[];
  /** Five digits. */
  readonly postcodes: readonly string[];
  readonly boundingBox: BoundingBox | null;
  /** BCP 47; the portal gets the texts of these only. */
  readonly locales: readonly string[];
}

/** What a person writes about a portal. */
export interface PortalDraft {
  readonly name: string;
  readonly contactEmail: string;
  /** Where deliveries go; `null`: the portal only pulls. */
  readonly url: string | null;
  readonly filter: PortalFilter;
}

/** A changed filter: send everything that matches now, or answer 410 to its cursor until it takes a snapshot. */
export type OnFilterChange = 'resend' | 'snapshot';

/** A portal without its secrets. */
export interface Portal extends PortalDraft {
  readonly documentId: string;
  readonly state: PortalState;
  readonly stateReason: DisabledReason | null;
  /** Since when it is in this state. */
  readonly stateSince: string | null;
  /** Until when the secret before the present one signs too; `null`: no rotation is running. */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
}

/** The only time that secrets leave the server. */
export interface IssuedSecrets {
  readonly portal: Portal;
  /** `whsec_…` */
  readonly secret?: string;
  /** Bearer token of the pull feed. */
  readonly token?: string;
}

/** One hour of attempts. */
export interface HealthHour {
  readonly start: string;
  readonly succeeded: number;
  readonly failed: number;
}

/** How deliveries to a portal go. */
export interface PortalHealth {
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  /** The first failure since the last success; `null`: the last attempt succeeded, or there was none. */
  readonly failingSince: string | null;
  /** Deliveries that wait, retries included. */
  readonly backlog: number;
  readonly oldestWaitingAt: string | null;
  /** Attempts of the last 24 h, by hour, the oldest first: always 24. */
  readonly hours: readonly HealthHour[];
}

export interface PortalItem extends Portal {
  readonly health: PortalHealth;
}

/**
 * `waiting`: not tried yet. `retrying`: failed, will be tried again. `delivered`. `failed`: given up.
 * `replaced`: a newer event for the same document went instead. `cancelled`: the portal was removed or disabled.
 */
export const DELIVERY_STATES = [
  'waiting',
  'retrying',
  'delivered',
  'failed',
  'replaced',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface DeliveryItem {
  readonly id: string;
  /** documentId of the portal. */
  readonly portal: string;
  /** The `webhook-id`. */
  readonly eventId: string;
  /** `business.published`, `feed.ping`, … */
  readonly eventType: string;
  /** The event's number in the log; `null` for a ping. */
  readonly sequence: number | null;
  /** uid of the content type; `null` for a ping. */
  readonly contentType: string | null;
  readonly documentId: string | null;
  /** The name or title of the listing; `null` when it is erased or none. */
  readonly title: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: string;
  readonly lastAttemptAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly deliveredAt: string | null;
  /** Of the last attempt: HTTP status, `null` without an answer. */
  readonly status: number | null;
  /** Of the last attempt: milliseconds. */
  readonly duration: number | null;
  /** Of the last attempt: a stable code, `null` when it succeeded. */
  readonly failure: AttemptFailure | null;
}

/** Why an attempt failed. */
export const ATTEMPT_FAILURES = [
  'status',
  'redirect',
  'gone',
  'timeout',
  'connection',
  'dns',
  'tls',
  'forbidden-address',
  'insecure-url',
  'interrupted',
  'other',
] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

/** One HTTP request. */
export interface Attempt {
  readonly number: number;
  readonly startedAt: string;
  readonly duration: number | null;
  readonly status: number | null;
  readonly failure: AttemptFailure | null;
  /** What the failure's code does not say, for people who know networks: `ECONNREFUSED`. */
  readonly detail: string | null;
  /** The beginning of the answer's body, as text. */
  readonly excerpt: string | null;
}

export interface DeliveryDetail extends DeliveryItem {
  /** The newest first. */
  readonly log: readonly Attempt[];
}

export interface DeliveryQuery {
  readonly portal: string;
  /** `open` is waiting and retrying; `trouble` is retrying and failed. */
  readonly state?: DeliveryState | 'open' | 'trouble' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** The events to send again to a portal, by their number in the log. One event: `from` equals `to`. */
export interface ReplayRange {
  readonly from: number;
  readonly to: number;
}

/** One of the values that a filter can hold. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The value above it; `null` at the top. */
  readonly parent: string | null;
}

/** `GET /portal-feed/choices`: what a filter can be made of in this city. */
export interface Choices {
  readonly types: readonly { readonly value: string; readonly uid: string; readonly displayName: string }[];
  readonly categories: readonly Choice[];
  readonly districts: readonly Choice[];
  readonly postcodes: readonly string[];
  /** Of the city. */
  readonly boundingBox: BoundingBox | null;
  readonly locales: readonly string[];
}

/** `strapi.plugin('portal-feed').service('portals')` (methods answer `null` or `false` where there is no such portal). */
export interface PortalsService {
  list(): Promise<readonly Portal[]>;
  findOne(documentId: string): Promise<Portal | null>;
  /** Makes secret and token, which the answer holds and nothing shows again. */
  create(draft: PortalDraft): Promise<Required<IssuedSecrets>>;
  /** @param onFilterChange what a filter that differs means; ignored where it does not differ */
  update(
    documentId: string,
    changes: Partial<PortalDraft>,
    onFilterChange: OnFilterChange,
  ): Promise<Portal | null>;
  remove(documentId: string): Promise<boolean>;
  /** Both secrets sign for 24 h. */
  rotateSecret(documentId: string): Promise<IssuedSecrets | null>;
  /** The old token stops at once. */
  rotateToken(documentId: string): Promise<IssuedSecrets | null>;
  pause(documentId: string): Promise<Portal | null>;
  /** Active again, also after it was disabled; what waited is sent. */
  resume(documentId: string): Promise<Portal | null>;
}

/** `strapi.plugin('portal-feed').service('deliveries')` */
export interface DeliveriesService {
  list(query: DeliveryQuery): Promise<{ items: readonly DeliveryItem[]; total: number }>;
  findOne(id: string): Promise<DeliveryDetail | null>;
  /** A new attempt at once, with the same `webhook-id`; `null` where there is no such delivery. */
  sendAgain(id: string): Promise<DeliveryItem | null>;
  /** Sends a test event `feed.ping`; the delivery it makes. */
  ping(portal: string): Promise<DeliveryItem | null>;
  /** Sends all that the portal's filter matches now. @returns how many events were scheduled */
  resync(portal: string): Promise<number>;
  /** Sends what the portal sees of these events again. @returns how many events were scheduled */
  replay(portal: string, range: ReplayRange): Promise<number>;
  /** How deliveries go, for each portal asked for. */
  health(portals: readonly string[], now: Date): Promise<ReadonlyMap<string, PortalHealth>>;
}
