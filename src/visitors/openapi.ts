import {
  choice,
  count,
  described,
  flag,
  list,
  moment,
  object,
  ref,
  text,
  uri,
  type JsonSchema,
  type JsonSchemas,
} from '../reading/openapi/domain/json-schema';
import { answer, ANYONE, inPath, refusals, type Operation } from '../reading/openapi/domain/operation';
import type { Description } from '../reading/openapi/described-paths';

const TOKEN = inPath('token', { type: 'string' }, 'from-the-mail', 'From the mail');

const LINK = answer({ schema: object({ data: ref('MailedLink'), meta: object({}) }) });

const HANDED_OVER: JsonSchema = {
  ...LINK,
  content: {
    'application/json': {
      schema: {
        anyOf: [object({ data: ref('MailedLink'), meta: object({}) }), ref('PersonalDataFile')],
      },
    },
    'application/zip': { schema: { type: 'string', format: 'binary' } },
  },
};

const FIELDS = {
  requestBody: {
    required: false,
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
  },
};

const FACTS = list(object({ label: text, value: text }));

const SCHEMAS: JsonSchemas = {
  MailedLink: object(
    {
      title: text,
      text: described('Paragraphs', list(text)),
      facts: FACTS,
      sections: described(
        'What is listed below headings',
        list(object({ title: text, text: list(text), entries: list(FACTS) }, ['title', 'entries'])),
      ),
      actions: described('What can be done; none after the last use', list(ref('MailedLinkButton'))),
      next: described('Where to go on', object({ label: text, url: uri })),
    },
    ['title', 'text', 'actions'],
  ),
  MailedLinkButton: object(
    {
      name: described('For the address', text),
      label: text,
      kind: described('It cannot be undone', { const: 'danger' }),
      fields: list(
        object(
          {
            name: text,
            label: text,
            type: choice(['text', 'email', 'tel', 'password', 'textarea', 'checkbox']),
            autocomplete: text,
            required: flag,
            minLength: count,
            hint: text,
          },
          ['name', 'label', 'type'],
        ),
      ),
    },
    ['name', 'label'],
  ),
  PersonalDataFile: described(
    'What a button hands over that is about data',
    object({
      createdAt: moment,
      data: list(
        object({
          name: text,
          what: text,
          rows: list({ type: 'object', additionalProperties: true }),
        }),
      ),
    }),
  ),
  Challenge: object({
    parameters: object(
      {
        algorithm: text,
        cost: count,
        expiresAt: described('Seconds since 1970', count),
        keyLength: count,
        keyPrefix: text,
        keySignature: text,
        nonce: text,
        salt: text,
      },
      ['algorithm', 'cost', 'keyLength', 'keyPrefix', 'nonce', 'salt'],
    ),
    signature: text,
  }),
};

const post = (
  operation: Pick<Operation, 'operationId' | 'summary' | 'parameters'>,
  answered: JsonSchema = LINK,
): { post: Operation } => ({
  post: {
    ...operation,
    ...FIELDS,
    tags: ['links'],
    security: ANYONE,
    responses: { 200: answered, ...refusals(400, 404, 409, 410, 413, 415, 429, 503) },
  },
});

/** What people do without an account. */
export const describeVisitors = (): Description => ({
  tags: [
    { name: 'links', description: 'Links in mails: what they are about, and what can be done' },
    { name: 'challenge', description: 'Against automatic submissions, without third parties' },
  ],
  paths: {
    '/api/links/{token}': {
      get: {
        operationId: 'showLink',
        tags: ['links'],
        summary: 'What a link in a mail is about, and what can be done; changes nothing',
        security: ANYONE,
        parameters: [TOKEN],
        responses: { 200: LINK, ...refusals(400, 404, 410, 429, 503) },
      },
    },
    '/api/links/{token}/send-again': post({
      operationId: 'sendLinkAgain',
      summary: 'Have an expired link mailed once more, to the address on file',
      parameters: [TOKEN],
    }),
    '/api/links/{token}/{action}': post(
      {
        operationId: 'useLink',
        summary:
          'Do what a button of the link says; the same again gets the same answer. Some hand over a file',
        parameters: [TOKEN, inPath('action', { type: 'string' }, 'confirm', 'The name of the button')],
      },
      HANDED_OVER,
    ),
    '/api/challenge': {
      get: {
        operationId: 'getChallenge',
        tags: ['challenge'],
        summary: 'A challenge of ALTCHA, for the field altcha of a submission; valid for an hour and once',
        security: ANYONE,
        responses: { 200: answer({ schema: ref('Challenge') }), ...refusals(400, 429, 503) },
      },
    },
  },
  schemas: SCHEMAS,
});
