import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { schemaName } from '#src/reading/openapi/domain/answer-schemas';
import {
  described,
  documentId,
  moment,
  object,
  pascal,
  ref,
  text,
  whole,
} from '#src/reading/openapi/domain/json-schema';
import {
  answer,
  body,
  headers,
  inPath,
  LOCALE,
  NO_CONTENT,
  queryParameter,
  refusals,
  SIGNED_IN,
  type Operation,
  type Parameter,
  type Paths,
} from '#src/reading/openapi/domain/operation';
import { CONTRIBUTOR_ACTIONS, type ContributorAction } from '../services/transitions';
import { draftName, inputName } from './document-schemas';

export const DOCUMENT_ID = inPath('documentId', documentId, 'k3v9x0a1b2c3d4e5f6g7h8i9');

export const PAGE = queryParameter(
  'pagination',
  '`page`, and `pageSize` (25 unless said, 100 at most)',
  { ...object({ page: whole, pageSize: whole }, []), additionalProperties: false },
  { style: 'deepObject', explode: true, example: { page: 1, pageSize: 25 } },
);

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer: a draft that has changed since stays as it is (412)',
  schema: { type: 'string' },
};

const OFTEN = [400, 401, 403, 404, 429, 503];
export const WRITTEN = [...OFTEN, 409, 413, 415];

const named = ({ uid, type, collection }: SelfServiceType) => ({
  one: schemaName(uid),
  many: pascal(collection),
  words: type.replaceAll('-', ' '),
  lists: collection.replaceAll('-', ' '),
});

const operation = (
  operationId: string,
  summary: string,
  rest: Pick<Operation, 'responses'> & Partial<Operation>,
): Operation => ({ operationId, tags: ['self-service'], summary, security: SIGNED_IN, ...rest });

/** The draft with what became of it. */
const draft = (type: SelfServiceType, description?: string) =>
  answer({
    ...(description === undefined ? {} : { description }),
    schema: ref(`${draftName(type)}Answer`),
    headers: headers('ETag'),
  });

const written = (type: SelfServiceType) => body(object({ data: ref(inputName(type)) }));

const SAID: Readonly<Record<ContributorAction, readonly [summary: string, done: string]>> = {
  submit: ['Hand the draft of a %s to the editors', 'Submitted; a receipt comes by mail'],
  withdraw: ['Take a submitted %s back', 'Taken back'],
  discard: ['Drop the change of a %s: the draft is the public version again', 'Dropped'],
  archive: ['Take a %s from the public', 'Archived'],
};

function stepPath(type: SelfServiceType, action: ContributorAction): Paths {
  const { one, words } = named(type);
  const [summary, done] = SAID[action];
  const gone = { data: { type: 'null' }, meta: object({}) };
  // Discarding what was never public removes it.
  const schema =
    action === 'discard'
      ? { anyOf: [ref(`${draftName(type)}Answer`), object(gone)] }
      : ref(`${draftName(type)}Answer`);
  const headersOf = action === 'discard' ? {} : { headers: headers('ETag') };
  return {
    [`/api/my/${type.collection}/{documentId}/${action}`]: {
      post: operation(`${action}My${one}`, summary.replace('%s', words), {
        parameters: [DOCUMENT_ID, LOCALE],
        responses: {
          200: answer({ description: done, schema, ...headersOf }),
          ...refusals(...WRITTEN),
        },
      }),
    },
  };
}

/** Where an own draft is seen as it will be, for types that have pages. */
function previewPath(type: SelfServiceType): Paths {
  if (!type.page) return {};
  const { one, words } = named(type);
  const data = object({
    url: described('A path with a secret, on this host; a page in the language of the draft', text),
    endsAt: described('It shows nothing from then on', moment),
  });
  return {
    [`/api/my/${type.collection}/{documentId}/preview`]: {
      post: operation(`previewMy${one}`, `See the draft of a ${words} on its page`, {
        parameters: [DOCUMENT_ID, LOCALE],
        responses: { 200: answer({ schema: object({ data, meta: object({}) }) }), ...refusals(...WRITTEN) },
      }),
    },
  };
}

const collectionPath = (type: SelfServiceType): Paths => {
  const { one, many, words, lists } = named(type);
  return {
    [`/api/my/${type.collection}`]: {
      get: operation(`listMy${many}`, `List own ${lists}, the last changed first`, {
        parameters: [LOCALE, PAGE],
        responses: { 200: answer({ schema: ref(`${draftName(type)}List`) }), ...refusals(...OFTEN) },
      }),
      post: operation(`createMy${one}`, `Enter a ${words} as a draft`, {
        parameters: [LOCALE],
        requestBody: written(type),
        responses: { 201: draft(type, 'Created'), ...refusals(...WRITTEN) },
      }),
    },
  };
};

const documentPath = (type: SelfServiceType): Paths => {
  const { one, words } = named(type);
  const removed = object({ data: object({ documentId }), meta: ref('DraftState') });
  return {
    [`/api/my/${type.collection}/{documentId}`]: {
      get: operation(`getMy${one}`, `Read the draft of a ${words}`, {
        parameters: [DOCUMENT_ID, LOCALE],
        responses: { 200: draft(type), 304: { description: 'Unchanged' }, ...refusals(...OFTEN) },
      }),
      put: operation(`updateMy${one}`, `Change what is named of a ${words}, in one language`, {
        parameters: [DOCUMENT_ID, LOCALE, IF_MATCH],
        requestBody: written(type),
        responses: { 200: draft(type), ...refusals(...WRITTEN, 412) },
      }),
      delete: operation(`deleteMy${one}`, `Remove a ${words} that was never public, archive any other`, {
        parameters: [DOCUMENT_ID],
        responses: {
          200: answer({ description: 'Archived', schema: removed }),
          ...NO_CONTENT,
          ...refusals(...OFTEN, 409),
        },
      }),
    },
  };
};

/** What contributors do with the documents of one type. */
export const documentPaths = (type: SelfServiceType): Paths => ({
  ...collectionPath(type),
  ...documentPath(type),
  ...previewPath(type),
  ...(Object.assign({}, ...CONTRIBUTOR_ACTIONS.map((action) => stepPath(type, action))) as Paths),
});
