/**
 * What the panel reads from the admin routes of moderation (`/moderation/...`, JSON, `{ data, meta }`).
 * Times are ISO 8601 strings. The server's states and actions are taken from its own tables, so both move together.
 */
import type { ActorKind, PublicationState, SubmissionState } from '../../../server/src/domain/facts';
import type { Action } from '../../../server/src/domain/transitions';

export type { ActorKind, PublicationState, SubmissionState, Action };

export interface Page<T> {
  readonly data: readonly T[];
  readonly meta: { readonly pagination: Pagination };
}

export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
}

/** `GET /moderation/submissions?state=&contentType=&page=`, the oldest first. */
export interface SubmissionItem {
  readonly id: number;
  readonly version: number;
  readonly state: SubmissionState;
  readonly publication: PublicationState;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly submittedAt: string | null;
}

/** `GET /moderation/submissions/:id` */
export interface SubmissionDetail extends SubmissionItem {
  readonly message: string | null;
  readonly messageAt: string | null;
  readonly diff: readonly FieldDiff[];
  readonly log: readonly LogRow[];
  /** Null when no account submitted it. */
  readonly contributor: Contributor | null;
}

/**
 * One attribute in one locale. `before` is the public version, `after` the submitted one: attributes without ids;
 * relations as `{ documentId, title }`, media as `{ id, url, name, width, height, alternativeText }`, components nested.
 */
export interface FieldDiff {
  readonly field: string;
  /** Null for a fact, which is equal in all locales and listed once. */
  readonly locale: string | null;
  /** The attribute's type in the schema: string, text, component, relation, media, ... */
  readonly type: string;
  /** The uid of the component, for its labels. */
  readonly component?: string | undefined;
  readonly changed: boolean;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row of the log; the newest first. */
export interface LogRow {
  readonly id: number | string;
  readonly at: string;
  readonly action: Action;
  readonly actorKind: ActorKind;
  readonly actorName: string | null;
  readonly version: number;
  readonly reason: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Contributor {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  /** The language of the account: reasons are offered in it. */
  readonly language: string | null;
  readonly since: string | null;
  /** Earlier decisions on this account's documents, the newest first. */
  readonly history: readonly HistoryRow[];
}

export interface HistoryRow extends LogRow {
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
}

/** `GET /moderation/documents/:contentType/:documentId` */
export interface DocumentModeration {
  /** Null for a document that moderation has not seen yet. */
  readonly submissionId: number | null;
  readonly submission: SubmissionState;
  readonly publication: PublicationState;
  readonly version: number;
  readonly submittedAt: string | null;
  readonly message: string | null;
  readonly log: readonly LogRow[];
}

/** `GET /moderation/summary` */
export interface Summary {
  readonly submissions: Waiting;
  readonly reports: Waiting;
}

export interface Waiting {
  readonly count: number;
  /** When the oldest came in; null when nothing waits. */
  readonly oldestAt: string | null;
  readonly byContentType?: Readonly<Record<string, number>>;
}

export const TEMPLATE_ACTIONS = ['request-changes', 'reject', 'suspend'] as const;
export type TemplateAction = (typeof TEMPLATE_ACTIONS)[number];

/** `GET|POST /moderation/reason-templates`, `PUT|DELETE /moderation/reason-templates/:id` */
export interface ReasonTemplate {
  readonly id: number;
  readonly action: TemplateAction;
  readonly name: string;
  readonly textDe: string;
  readonly textEn: string;
  readonly position: number;
}

/** `GET /moderation/reports?state=open|resolved&page=`; `POST /moderation/reports/:id/resolve` `{ resolution }` */
export interface Report {
  readonly id: number;
  readonly contentType: string;
  readonly documentId: string;
  readonly title: string | null;
  readonly kind: string;
  readonly message: string;
  readonly email: string | null;
  readonly createdAt: string;
  readonly resolvedAt: string | null;
  readonly resolvedByName: string | null;
  readonly resolution: string | null;
}

/** `POST /moderation/submissions/:id/presence` says "I am here" and answers who else is, as `{ data: [...] }`. */
export interface Onlooker {
  readonly id: number;
  readonly name: string;
}
