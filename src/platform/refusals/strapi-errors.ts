import { errors } from '@strapi/utils';
import { CATALOGUES } from '../../languages';
import type { Code } from '../../languages/catalogue';
import type { Details } from '../../languages/fill';
import { Refusal, type Facts, type Ground } from './refusal';

/** An error from Strapi, thrown or answered. */
interface StrapiError {
  readonly status?: number;
  readonly name?: string;
  readonly message: string;
  readonly details?: unknown;
}

interface Rule {
  readonly says: RegExp;
  readonly code: Code;
  /**
   * The names of what the expression captures: `field` and `key` become the path, `file` is what the sentence names and
   * is no path, however it looks.
   */
  readonly captures?: readonly string[];
  readonly details?: Details;
}

// Messages of Strapi 5.54 about a request as a whole.
const OF_REQUESTS: readonly Rule[] = [
  { says: /^Invalid identifier or password$/, code: 'sign-in-failed' },
  { says: /^Invalid credentials$/, code: 'sign-in-failed' },
  {
    says: /^(Missing or invalid credentials|Token (not found|expired)|Invalid refresh token|Missing refresh token|Session not found)$/,
    code: 'credentials-invalid',
  },
  {
    says: /^(Unauthorized|Missing authentication|Authentication required|You must be authenticated.*)$/,
    code: 'not-signed-in',
  },
  { says: /^(Forbidden|Forbidden access|Policy Failed)$/, code: 'forbidden' },
  {
    says: /^(Not Found|Entity not found|(User|Role|Document|Token|Webhook|API Token|File|Locale|ContentType|folder) not found|\w+\.notFound|User does not exist.*|The provided token id does not exist)$/i,
    code: 'not-found',
  },
  {
    says: /^Your account has been blocked by an administrator$|^User (blocked|not active)$/,
    code: 'account-blocked',
  },
  { says: /^Your account email is not confirmed$/, code: 'email-not-confirmed' },
  { says: /^Already confirmed$|^already\.confirmed$/, code: 'already-confirmed' },
  // For a link that confirms an address.
  { says: /^(Incorrect code provided|Invalid token)$/, code: 'account-token' },
  { says: /^Passwords do not match$/, code: 'passwords-differ' },
  { says: /^The provided current password is invalid$/, code: 'password-current-wrong' },
  { says: /^Your new password must be different than your current password$/, code: 'password-same' },
  {
    says: /^(Email or Username are already taken|Email already taken|Username already taken|A user with this email address already exists)$/,
    code: 'account-taken',
  },
  {
    says: /^(Name already taken|The name must be unique and a role with name .*|This locale already exists)$/,
    code: 'name-taken',
  },
  { says: /^(Files are empty|File id is required.*)$/, code: 'files-missing' },
  { says: /^(.+) exceeds size limit of /, code: 'file-too-large', captures: ['file'] },
  {
    says: /^(Entity too large|Payload Too Large|Request Entity Too Large|request entity too large)$/i,
    code: 'content-too-large',
  },
  { says: /^Invalid key (\S+)(?: at (\S+))?$/, code: 'key-refused', captures: ['key', 'field'] },
  { says: /^Invalid parameters?(?: at|:) (.+)$/, code: 'key-refused', captures: ['field'] },
  { says: /^Invalid pagination parameters\. Cannot use both /, code: 'pagination-mixed' },
  { says: /^Invalid populate /, code: 'populate-shape' },
  {
    says: /^(Unexpected (token|end|non-whitespace).*|invalid JSON.*|.* in JSON at position .*|.*is not valid JSON)$/is,
    code: 'json-malformed',
  },
  { says: /^Too many requests, please try again later\.?$/, code: 'too-many-requests' },
  { says: /^Internal Server Error$/, code: 'internal-error' },
];

// Messages of yup about one value, by kind.
const OF_VALUES: readonly Rule[] = [
  { says: / (is a required field|must be defined|cannot be null|is required)\.?$/i, code: 'value-missing' },
  {
    says: / must be at least (\S+) characters/,
    code: 'value-too-short',
    captures: ['minimum'],
    details: { unit: 'characters' },
  },
  {
    says: / must have at least (\S+) items/,
    code: 'value-too-short',
    captures: ['minimum'],
    details: { unit: 'entries' },
  },
  { says: / must be at least (\S+)/, code: 'value-too-short', captures: ['minimum'] },
  { says: / must be greater than (?:or equal to )?(\S+)/, code: 'value-too-short', captures: ['minimum'] },
  {
    says: / must be at most (\S+) characters/,
    code: 'value-too-long',
    captures: ['maximum'],
    details: { unit: 'characters' },
  },
  {
    says: / must have less than or equal to (\S+) items/,
    code: 'value-too-long',
    captures: ['maximum'],
    details: { unit: 'entries' },
  },
  { says: / must be at most (\S+)/, code: 'value-too-long', captures: ['maximum'] },
  { says: / must be less than (?:or equal to )?(\S+)/, code: 'value-too-long', captures: ['maximum'] },
  { says: / must be a valid email$/, code: 'email-shape' },
  { says: / must be one of the following values: /, code: 'value-malformed' },
  { says: / must be a `?(\w+)`? type/, code: 'value-type', captures: ['expected'] },
  {
    says: / must be an? (number|integer|array|object|string|boolean|date)$/,
    code: 'value-type',
    captures: ['expected'],
  },
  { says: / (must match the following|must be a valid|is not a valid)/, code: 'value-malformed' },
  { says: /(attribute must be unique|already (taken|exists))/i, code: 'value-taken' },
  { says: / field has unspecified keys: (.*)/, code: 'field-unknown', captures: ['field'] },
  { says: /^password\.notNull$/, code: 'value-missing' },
  { says: /^Invalid credentials$/, code: 'password-current-wrong' },
];

// A message from one of our own checks, thrown through Strapi code that keeps only the message.
const OURS = /^refusal:([a-z-]+):(\{.*\})$/s;

/** A ground encoded as an error message. */
export const asMessage = (code: Code, details: Details): string =>
  `refusal:${code}:${JSON.stringify(details)}`;

const BY_STATUS: Readonly<Record<number, Code>> = {
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  408: 'request-timed-out',
  409: 'conflict',
  413: 'content-too-large',
  429: 'too-many-requests',
  501: 'server-refused',
};

interface Understood {
  readonly code: Code;
  readonly details: Details;
  readonly field: string | undefined;
  readonly file?: string | undefined;
}

function oursIn(message: string): Understood | undefined {
  const [, code = '', details = ''] = OURS.exec(message) ?? [];
  if (!Object.hasOwn(CATALOGUES.de.refusals, code)) return undefined;
  try {
    return { code: code as Code, details: JSON.parse(details) as Details, field: undefined };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function understand(message: string, rules: readonly Rule[]): Understood | undefined {
  const ours = oursIn(message);
  if (ours) return ours;
  for (const { says, code, captures = [], details = {} } of rules) {
    const match = says.exec(message);
    if (!match) continue;
    const captured = captures.flatMap((name, index) => {
      const value = match[index + 1];
      return value === undefined ? [] : [[name, value.replace(/[,.;]$/, '')]];
    });
    const { field, key, file, ...found } = Object.fromEntries(captured) as Record<string, string>;
    return { code, details: { ...details, ...found }, field: field ?? key, file };
  }
  return undefined;
}

const POSITION = /^\d+$/;

/** `filters.name`, `hours[0].rule` as names and positions. */
const pathOf = (path: unknown): (string | number)[] => {
  const parts = Array.isArray(path) ? path.map(String) : String(path).split(/[.[\]]+/);
  return parts.filter((part) => part !== '').map((part) => (POSITION.test(part) ? Number(part) : part));
};

interface Inner {
  readonly path?: unknown;
  readonly message?: unknown;
}

const innerOf = (details: unknown): readonly Inner[] => {
  const { errors: inner } = (details ?? {}) as { errors?: unknown };
  if (Array.isArray(inner))
    return (inner as Inner[]).filter((one) => typeof one === 'object' && one !== null);
  return messagesByField(details).flatMap(([path, messages]) =>
    messages.map((message) => ({ path, message })),
  );
};

/** `{ email: ['Email already taken'] }`, the answer of some Strapi controllers. */
function messagesByField(details: unknown): [field: string, messages: string[]][] {
  const entries = Object.entries((details ?? {}) as Record<string, unknown>);
  const areMessages = entries.every(
    ([, value]) => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'),
  );
  return areMessages && !Array.isArray(details) ? (entries as [string, string[]][]) : [];
}

/** The ground for one value of a body, from yup's error. */
function groundOf({ path = [], message }: Inner): Ground {
  const text = String(message);
  const { code, details, field } = understand(text, OF_VALUES) ?? {
    code: 'value-refused' as const,
    details: { problem: text },
  };
  const at = pathOf(path);
  return { code, details, path: field === undefined ? at : [...at, ...pathOf(field)] };
}

/** The ground for refusing the request as a whole. */
function wholeGround({ status = 400, message, details }: StrapiError): Ground {
  const understood = understand(message, OF_REQUESTS) ?? understand(` ${message}`, OF_VALUES);
  if (understood) {
    const { path, param } = (details ?? {}) as { path?: unknown; param?: unknown };
    const named = understood.field ?? (typeof param === 'string' ? param : undefined);
    const at = named ?? (typeof path === 'string' || Array.isArray(path) ? path : []);
    const called = understood.file ?? understood.field;
    return {
      code: understood.code,
      details: understood.details,
      path: pathOf(at),
      ...(called === undefined ? {} : { field: called }),
    };
  }
  // Without our own wording, Strapi's message is kept.
  const code = BY_STATUS[status] ?? (status >= 500 ? 'internal-error' : 'bad-request');
  return { code, details: { problem: message } };
}

/** The members of `details` that Strapi's panel reads besides the errors. */
const factsIn = (details: unknown): Facts => {
  const {
    errors: _errors,
    path: _path,
    key: _key,
    param: _param,
    source: _source,
    ...facts
  } = (details ?? {}) as Record<string, unknown>;
  return Array.isArray(details) || messagesByField(details).length > 0 ? {} : facts;
};

/** Translates a Strapi error into our form: its status, a code, and our own sentence if we have one. */
export function translated(error: StrapiError, cause?: unknown): Refusal {
  const { status = 400, details } = error;
  const options = { status, facts: factsIn(details), ...(cause === undefined ? {} : { cause }) };
  const [first, ...rest] = innerOf(details).map(groundOf);
  return new Refusal(first ? [first, ...rest] : [wholeGround(error)], options);
}

const STATUS_OF: readonly (readonly [type: new (...parameters: never[]) => Error, status: number])[] = [
  [errors.UnauthorizedError, 401],
  [errors.ForbiddenError, 403],
  [errors.NotFoundError, 404],
  [errors.PayloadTooLargeError, 413],
  [errors.RateLimitError, 429],
  [errors.NotImplementedError, 501],
];

const statusOfThrown = (error: Error): number | undefined => {
  if (error instanceof errors.ApplicationError)
    return STATUS_OF.find(([type]) => error instanceof type)?.[1] ?? 400;
  // http-errors, and errors of body parsers.
  const { status, statusCode } = error as Error & { status?: unknown; statusCode?: unknown };
  const found = Number(status ?? statusCode);
  return found >= 400 && found < 500 ? found : undefined;
};

/** The refusal expressed by a thrown error; `undefined` if it is not a refusal but a bug. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return undefined;
  const status = statusOfThrown(error);
  if (status === undefined) return undefined;
  const { message, details } = error as Error & { details?: unknown };
  return translated({ status, message, details }, error);
}
