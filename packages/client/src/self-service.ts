import type { Account } from './account.ts';
import type { AnswerOf, BodyOf, Operation } from './api.ts';
import type { Collection, Entry, Pagination } from './content.ts';
import type { CallOptions } from './http.ts';

/** Where a document is on its way to the public (docs/api.md, "Listings"). */
export interface DocumentState {
  readonly submission: {
    readonly state: string;
    readonly version: number;
    /** The editor's last message */
    readonly message: string | null;
    readonly messageAt: string | null;
    /** The names of the fields that it is about. */
    readonly about: readonly string[];
    readonly submittedAt: string | null;
  };
  readonly publication: 'none' | 'public' | 'suspended' | 'archived';
}

/** An own document as it is now, with the tag that proves which version of it was read. */
export interface OwnDocument<One> {
  readonly data: One;
  readonly meta: DocumentState & {
    /** After a change: which parts of it are public at once, and which wait to be submitted or for review. */
    readonly edit?: { readonly public: readonly string[]; readonly waiting: readonly string[] };
  };
  readonly etag: string | undefined;
}

export interface OwnList<One> {
  readonly data: readonly One[];
  readonly meta: {
    readonly pagination: Pagination;
    /** By documentId */
    readonly documents: Readonly<Record<string, DocumentState>>;
  };
}

export interface Upload {
  readonly id: number;
  readonly documentId: string;
  readonly url: string;
  readonly [further: string]: unknown;
}

/** An own picture, and where own documents use it. */
export interface OwnUpload extends Upload {
  readonly uploadedAt: string;
  /** As long as it is, it cannot be deleted. */
  readonly inUse: boolean;
  readonly usedBy: readonly { readonly collection: string; readonly documentId: string }[];
}

/** The account itself. */
export interface OwnAccount {
  /** What others see as the name */
  readonly username: string;
  readonly email: string;
  /** What `email` will be as soon as it is confirmed */
  readonly newEmail: string | null;
  /** Of mails */
  readonly language: string;
  readonly createdAt: string;
  /** Set while it is to be deleted */
  readonly deletion: OwnDeletion | null;
}

/** A copy of all that is stored about the account. */
export interface OwnExport {
  readonly state: 'making' | 'ready';
  readonly askedAt: string;
  readonly readyAt: string | null;
  /** Deleted then */
  readonly endsAt: string;
  /** 0 until it is ready */
  readonly bytes: number;
}

/** An account that is to be deleted. */
export interface OwnDeletion {
  /** What becomes of listings that nobody else manages */
  readonly listings: 'leave' | 'remove';
  readonly askedAt: string;
  /** Until then it can be taken back */
  readonly dueAt: string;
}

/** One log-in of the account, however often it has been refreshed. */
export interface OwnSession {
  /** Changes with each refresh */
  readonly id: string;
  readonly device: string | null;
  readonly begunAt: string;
  readonly lastUsedAt: string;
  /** Whether it is the one that asks */
  readonly current: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly [further: string]: unknown;
}

export interface Manager {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly role: string;
  readonly since: string;
  readonly [further: string]: unknown;
}

export interface Claim {
  readonly id: string;
  readonly business: string;
  readonly state: string;
  readonly [further: string]: unknown;
}

interface InLanguage extends CallOptions {
  /** The language that texts are read or written in */
  readonly locale?: string;
}

type DataOf<Answer> = Answer extends { readonly data: infer One } ? NonNullable<One> : never;
type Otherwise<Type, Fallback> = [Type] extends [never] ? Fallback : Type;

/** A document of a collection; a type that this city added has fields that are not known here. */
type Own<Name extends string> = Otherwise<
  DataOf<AnswerOf<Operation<'get', `/api/my/${Name}/{documentId}`>>>,
  Name extends Collection ? Entry<Name> : Record<string, unknown>
>;

/** Fields to write: what is named is changed, inside a component too. Relations by documentId. */
export type Draft<Name extends string = string> = Otherwise<
  DataOf<BodyOf<Operation<'post', `/api/my/${Name}`>>>,
  Readonly<Record<string, unknown>>
>;

/** Everything that contributors may enter, and whom the city admits. */
export type FormSchema = DataOf<AnswerOf<Operation<'get', '/api/my/schema'>>>;

/** What a form needs to know of one field (docs/api.md, "Forms"). */
export type FormField = FormSchema['collections'][number]['fields'][number];

/** What an account manages: `/api/my` (docs/api.md, "For businesses"). */
export interface SelfService {
  list<Name extends Collection | (string & {})>(
    collection: Name,
    query?: { readonly locale?: string; readonly page?: number; readonly pageSize?: number },
    options?: CallOptions,
  ): Promise<OwnList<Own<Name>>>;
  get<Name extends Collection | (string & {})>(
    collection: Name,
    documentId: string,
    options?: InLanguage,
  ): Promise<OwnDocument<Own<Name>>>;
  create<Name extends Collection | (string & {})>(
    collection: Name,
    data: Draft<Name>,
    options?: InLanguage,
  ): Promise<OwnDocument<Own<Name>>>;
  /**
   * Changes what `data` names.
   *
   * @param options.etag of the version that was shown; a document that has changed since stays as it is
   * @throws CityError `precondition-failed` (412) then
   */
  update<Name extends Collection | (string & {})>(
    collection: Name,
    documentId: string,
    data: Draft<Name>,
    options?: InLanguage & { readonly etag?: string | undefined },
  ): Promise<OwnDocument<Own<Name>>>;
  /** Removes what was never public, and archives anything else. */
  remove(collection: string, documentId: string, options?: CallOptions): Promise<void>;
  /** Takes a step; docs/api.md says what each does. */
  take<Name extends Collection | (string & {})>(
    step: 'submit' | 'withdraw' | 'discard' | 'archive',
    collection: Name,
    documentId: string,
    options?: InLanguage,
  ): Promise<OwnDocument<Own<Name> | null>>;
  /**
   * The page of a draft as the public would see it, for an hour and as long as the account manages it.
   *
   * @param options.locale of the draft
   * @returns its path, which is a secret: `new URL(url, 'https://betriebe.example.de')`
   */
  preview(
    collection: string,
    documentId: string,
    options?: InLanguage,
  ): Promise<{ readonly url: string; readonly endsAt: string }>;
  /**
   * What can be entered, and within which limits; needs no account.
   *
   * @param language of the words; the client's own unless it is given
   */
  schema(language?: string, options?: CallOptions): Promise<FormSchema>;
  /** JPEG, PNG or WebP, at most ten of 10 MB together. A listing names them by `documentId`. */
  upload(pictures: readonly File[], options?: CallOptions): Promise<readonly Upload[]>;
  uploads(
    query?: { readonly page?: number; readonly pageSize?: number },
    options?: CallOptions,
  ): Promise<{ readonly data: readonly OwnUpload[]; readonly meta: { readonly pagination: Pagination } }>;
  /** @throws CityError `upload-used` (409) as long as a document uses it */
  removeUpload(documentId: string, options?: CallOptions): Promise<void>;
  account(options?: CallOptions): Promise<OwnAccount>;
  changeAccount(
    change: { readonly username?: string; readonly language?: string },
    options?: CallOptions,
  ): Promise<OwnAccount>;
  /**
   * Asks for another address. It is valid once the link mailed to it is used; until then it is the answer's `newEmail`.
   *
   * @throws CityError `password-current-wrong`
   */
  changeEmail(email: string, password: string, options?: CallOptions): Promise<OwnAccount>;
  /** Has a copy of all that is stored about the account made; a mail says when it is ready. Once an hour. */
  askForExport(options?: CallOptions): Promise<OwnExport>;
  export(options?: CallOptions): Promise<OwnExport | null>;
  /** @returns a ZIP archive. @throws CityError `not-found` (404) unless it is ready */
  exportFile(options?: CallOptions): Promise<Blob>;
  /** Has the account deleted in a week. @throws CityError `erasure-open` (409) while something keeps it */
  askForDeletion(
    wish: { readonly password: string; readonly listings: 'leave' | 'remove' },
    options?: CallOptions,
  ): Promise<OwnDeletion>;
  /** Keeps the account after all. */
  takeBackDeletion(options?: CallOptions): Promise<void>;
  sessions(options?: CallOptions): Promise<readonly OwnSession[]>;
  endSession(id: string, options?: CallOptions): Promise<void>;
  /** Signs out everywhere else. @returns how many sessions ended */
  endOtherSessions(options?: CallOptions): Promise<number>;
  managers(business: string, options?: CallOptions): Promise<readonly Manager[]>;
  removeManager(business: string, id: string, options?: CallOptions): Promise<void>;
  invitations(business: string, options?: CallOptions): Promise<readonly Invitation[]>;
  invite(business: string, email: string, options?: CallOptions): Promise<Invitation>;
  revokeInvitation(business: string, id: string, options?: CallOptions): Promise<void>;
  /** @param token of the mail */
  acceptInvitation(
    token: string,
    options?: CallOptions,
  ): Promise<{ readonly business: string; readonly role: string }>;
  claims(options?: CallOptions): Promise<readonly Claim[]>;
  /** Claims a public business that nobody manages. */
  claim(business: string, reason: string, options?: CallOptions): Promise<Claim>;
}

interface Answer {
  readonly data: unknown;
  readonly meta: unknown;
}

/** The requests of an account about what it manages. */
export function selfService({ connection }: Pick<Account, 'connection'>): SelfService {
  const pathTo = (...parts: string[]): string => ['/api/my', ...parts.map(encodeURIComponent)].join('/');

  async function one(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    { locale, etag, ...call }: InLanguage & { etag?: string | undefined } = {},
    data?: object,
  ): Promise<never> {
    const response = await connection.send(method, path, {
      ...call,
      query: { locale },
      headers: { ...(etag ? { 'if-match': etag } : {}), ...call.headers },
      ...(data ? { body: { data } } : {}),
    });
    const answer = (await response.json()) as Answer;
    return { ...answer, etag: response.headers.get('etag') ?? undefined } as never;
  }

  const dataOf = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    call?: CallOptions,
    data?: object,
  ) => {
    const answer = await connection.json(method, path, { ...call, ...(data ? { body: { data } } : {}) });
    return (answer as Answer | undefined)?.data as never;
  };

  return {
    list: (collection, { locale, page, pageSize } = {}, call) =>
      connection.json('GET', pathTo(collection), {
        ...call,
        query: { locale, pagination: { page, pageSize } },
      }) as Promise<never>,
    get: (collection, documentId, options) => one('GET', pathTo(collection, documentId), options),
    create: (collection, data, options) => one('POST', pathTo(collection), options, data),
    update: (collection, documentId, data, options) =>
      one('PUT', pathTo(collection, documentId), options, data),
    remove: (collection, documentId, call) => dataOf('DELETE', pathTo(collection, documentId), call),
    take: (step, collection, documentId, options) =>
      one('POST', pathTo(collection, documentId, step), options, {}),

    preview: (collection, documentId, options) =>
      one('POST', pathTo(collection, documentId, 'preview'), options, {}).then(
        ({ data }: { readonly data: never }) => data,
      ),

    upload(pictures, call) {
      const body = new FormData();
      for (const picture of pictures) body.append('files', picture);
      return connection
        .json('POST', pathTo('uploads'), { ...call, body })
        .then((answer) => (answer as Answer).data as never);
    },

    uploads: ({ page, pageSize } = {}, call) =>
      connection.json('GET', pathTo('uploads'), {
        ...call,
        query: { pagination: { page, pageSize } },
      }) as Promise<never>,
    removeUpload: (documentId, call) => dataOf('DELETE', pathTo('uploads', documentId), call),
    schema: (language, call) =>
      connection
        .json('GET', pathTo('schema'), { ...call, query: { locale: language } })
        .then((answer) => (answer as Answer).data as never),
    account: (call) => dataOf('GET', pathTo('account'), call),
    changeAccount: (change, call) => dataOf('PUT', pathTo('account'), call, change),
    changeEmail: (email, password, call) =>
      dataOf('PUT', pathTo('account', 'email'), call, { email, password }),
    askForExport: (call) => dataOf('POST', pathTo('account', 'export'), call),
    export: (call) => dataOf('GET', pathTo('account', 'export'), call),
    exportFile: async (call) =>
      (await connection.send('GET', pathTo('account', 'export', 'file'), call ?? {})).blob(),
    askForDeletion: (wish, call) => dataOf('POST', pathTo('account', 'deletion'), call, wish),
    takeBackDeletion: (call) => dataOf('DELETE', pathTo('account', 'deletion'), call),
    sessions: (call) => dataOf('GET', pathTo('account', 'sessions'), call),
    endSession: (id, call) => dataOf('DELETE', pathTo('account', 'sessions', id), call),
    endOtherSessions: (call) =>
      dataOf('DELETE', pathTo('account', 'sessions'), call).then(
        (answer: { readonly ended: number }) => answer.ended,
      ),

    managers: (business, call) => dataOf('GET', pathTo('businesses', business, 'managers'), call),
    removeManager: (business, id, call) =>
      dataOf('DELETE', pathTo('businesses', business, 'managers', id), call),
    invitations: (business, call) => dataOf('GET', pathTo('businesses', business, 'invitations'), call),
    invite: (business, email, call) =>
      dataOf('POST', pathTo('businesses', business, 'invitations'), call, { email }),
    revokeInvitation: (business, id, call) =>
      dataOf('DELETE', pathTo('businesses', business, 'invitations', id), call),
    acceptInvitation: (token, call) => dataOf('POST', pathTo('invitations', 'accept'), call, { token }),
    claims: (call) => dataOf('GET', pathTo('claims'), call),
    claim: (business, reason, call) => dataOf('POST', pathTo('claims'), call, { business, reason }),
  };
}
