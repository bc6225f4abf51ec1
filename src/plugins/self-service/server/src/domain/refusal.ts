import type { Details, Reason } from './messages';

/** One thing that is wrong, and where. */
export interface Refusal {
  reason: Reason;
  /** Path in the body; empty when it is about the whole. */
  path: readonly string[];
  details?: Details;
  /** Seconds after which it may be asked again. */
  retryAfter?: number;
}

/** HTTP status of a refusal; what is not named here is 400. */
const STATUS: Partial<Record<Reason, number>> = {
  'not-found': 404,
  'session-ended': 401,
  'precondition-failed': 412,
  'kind-not-allowed': 415,
  'not-an-image': 415,
  'too-many-bytes': 413,
  'upload-quota': 429,
  'invitations-today': 429,
  'claims-today': 429,
  'creations-today': 429,
  'submissions-today': 429,
  'pictures-busy': 429,
  'not-owner': 403,
  'last-manager': 409,
  'last-owner': 409,
  'claim-managed': 409,
  'claim-open': 409,
  'claim-decided': 409,
  'already-manager': 409,
  'invitation-too-early': 409,
  'invitations-open': 409,
  'claims-open': 409,
  'drafts-open': 409,
};

/** What the answer to a refusal is. */
export const statusOf = (reason: Reason): number => STATUS[reason] ?? 400;

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  412: 'PreconditionFailedError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  429: 'RateLimitError',
};

/** The name of the error in the answer, as Strapi names its own. */
export const errorNameOf = (status: number): string => NAMES[status] ?? 'ApplicationError';
