/**
 * The interface between the server of the portal feed and its admin panel, and that of the services `portals` and
 * `deliveries`. Imported by both sides: only types and names, so that no server code reaches the panel. Times are ISO
 * 8601 strings in UTC.
 */

/**
 * `active`: gets deliveries. `paused`: stopped by a person; deliveries wait. `disabled`: stopped by us, see
 * `stateReason`.
 */
export type PortalState = 'active' | 'paused' | 'disabled';

/** Why a portal is disabled: it answered 410, or had nothing but failures for 120 h. */
export type DisabledReason = 'gone' | 'failing';

export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** What a portal asks by one criterion: any of some values, a yes, or a part of the map. */
export type FilterValue = readonly string[] | boolean | BoundingBox | null;

/**
 * What a portal gets, by the keys of the criteria (`filters`). Every criterion that is given must match; an empty list,
 * `false` and `null` ask nothing.
 */
export type PortalFilter = Readonly<Record<string, FilterValue>>;

/** The settings of a portal. */
export interface PortalDraft {
  readonly name: string;
  readonly contactEmail: string;
  /** Where deliveries go; `null` if the portal only pulls. */
  readonly url: string | null;
  readonly filter: PortalFilter;
}

/**
 * What to do after a filter change: send everything that matches now, or answer 410 to its cursor until it takes a
 * snapshot.
 */
export type OnFilterChange = 'resend' | 'snapshot';

/** A portal without its secrets. */
export interface Portal extends PortalDraft {
  readonly documentId: string;
  readonly state: PortalState;
  readonly stateReason: DisabledReason | null;
  /** Since when it is in this state. */
  readonly stateSince: string | null;
  /** Until when the previous secret also signs; `null` if no rotation is in progress. */
  readonly previousSecretUntil: string | null;
  readonly createdAt: string;
}

/** The only answer in which secrets leave the server. */
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

/** The health of deliveries to a portal. */
export interface PortalHealth {
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  /** The first failure since the last success; `null` if the last attempt succeeded or there was none. */
  readonly failingSince: string | null;
  /** Waiting deliveries, including retries. */
  readonly backlog: number;
  readonly oldestWaitingAt: string | null;
  /** Attempts of the last 24 h, by hour, oldest first; always 24 entries. */
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
  /** The name or title of the listing; `null` if erased or missing. */
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
  /** Of the last attempt: a stable code, `null` if it succeeded. */
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
  /** A detail for people who know networks: `ECONNREFUSED`. */
  readonly detail: string | null;
  /** The beginning of the answer's body, as text. */
  readonly excerpt: string | null;
}

export interface DeliveryDetail extends DeliveryItem {
  /** Newest first. */
  readonly log: readonly Attempt[];
}

export interface DeliveryQuery {
  readonly portal: string;
  /** `open` is waiting and retrying; `trouble` is retrying and failed. */
  readonly state?: DeliveryState | 'open' | 'trouble' | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** The events to send again to a portal, by their numbers in the log; for one event, `from` equals `to`. */
export interface ReplayRange {
  readonly from: number;
  readonly to: number;
}

/** One of the values to choose from, with its name; or with the id of the panel's message that names it. */
export type FilterOption = { readonly value: string } & (
  { readonly label: string } | { readonly message: string }
);

/** How the panel asks for a criterion: boxes to tick, a search among many, one box, or a part of the map of the city. */
export type FilterField =
  | { readonly kind: 'few' | 'many'; readonly options: readonly FilterOption[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'box'; readonly city: BoundingBox | null };

/** What a criterion is called, in the language of the panel. */
export interface FilterWords {
  readonly label: string;
  /** What choosing means, and choosing nothing. */
  readonly hint: string;
  /** In the place of what a portal asks, where it asks nothing. */
  readonly all: string;
}

/** `GET /portal-feed/choices`: what a filter can be made of in this city, in the order of the form. */
export type Choices = readonly (FilterWords & FilterField & { readonly key: string })[];

/** `strapi.plugin('portal-feed').service('portals')` (methods return `null` or `false` if there is no such portal). */
export interface PortalsService {
  list(): Promise<readonly Portal[]>;
  findOne(documentId: string): Promise<Portal | null>;
  /**
   * Makes secret and token, which the answer holds and nothing shows again.
   *
   * @param draft a `PortalDraft`, or what is refused as none
   */
  create(draft: unknown): Promise<Required<IssuedSecrets>>;
  /** @param onFilterChange what a filter that differs means; ignored where it does not differ */
  update(
    documentId: string,
    changes: Partial<PortalDraft>,
    onFilterChange: OnFilterChange,
  ): Promise<Portal | null>;
  remove(documentId: string): Promise<boolean>;
  /** Both secrets sign for 24 h. */
  rotateSecret(documentId: string): Promise<IssuedSecrets | null>;
  /** The old token becomes invalid immediately. */
  rotateToken(documentId: string): Promise<IssuedSecrets | null>;
  pause(documentId: string): Promise<Portal | null>;
  /** Makes it active again, also after it was disabled; waiting deliveries are sent. */
  resume(documentId: string): Promise<Portal | null>;
}

/** `strapi.plugin('portal-feed').service('deliveries')` */
export interface DeliveriesService {
  list(query: DeliveryQuery): Promise<{ items: readonly DeliveryItem[]; total: number }>;
  findOne(id: string): Promise<DeliveryDetail | null>;
  /** A new attempt immediately, with the same `webhook-id`; `null` if there is no such delivery. */
  sendAgain(id: string): Promise<DeliveryItem | null>;
  /** Sends a test event `feed.ping`. @returns its delivery */
  ping(portal: string): Promise<DeliveryItem | null>;
  /** Sends everything that the portal's filter currently matches. @returns how many events were scheduled */
  resync(portal: string): Promise<number>;
  /** Sends these events again, as the portal sees them. @returns how many events were scheduled */
  replay(portal: string, range: ReplayRange): Promise<number>;
  /** The health of each requested portal. */
  health(portals: readonly string[], now: Date): Promise<ReadonlyMap<string, PortalHealth>>;
}
