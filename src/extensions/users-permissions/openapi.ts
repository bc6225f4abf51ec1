import { z } from 'zod';
import { LANGUAGES } from '../../languages/language';
import {
  choice,
  described,
  documentId,
  flag,
  list,
  moment,
  nullable,
  object,
  ref,
  text,
  whole,
  type JsonSchema,
} from '../../reading/openapi/domain/json-schema';
import {
  answer,
  ANYONE,
  body,
  inPath,
  queryParameter,
  refusals,
  SIGNED_IN,
  type Operation,
  type Paths,
} from '../../reading/openapi/domain/operation';
import type { Description } from '../../reading/openapi/described-paths';
import { registrationSchema } from './registration';

const COOKIE: Operation['security'] = [{ refreshCookie: [] }];

const ACCOUNT = object(
  {
    id: described('Stays the same', whole),
    documentId,
    username: text,
    email: text,
    provider: nullable(text),
    confirmed: nullable(flag),
    blocked: nullable(flag),
    language: described('Of mails', nullable(choice(LANGUAGES))),
    createdAt: moment,
    updatedAt: moment,
    publishedAt: nullable(moment),
    locale: nullable(text),
  },
  ['id', 'documentId', 'username', 'email'],
);

const SESSION = object(
  {
    id: text,
    deviceId: nullable(text),
    deviceName: text,
    current: described('Whether it is the one that asks', flag),
    loginAt: moment,
    lastActiveAt: moment,
  },
  ['id', 'current'],
);

const PASSWORD = described('At least 10 characters and at most 72 bytes, and none that others try first', {
  ...text,
  minLength: 10,
  maxLength: 72,
});

const DEVICE = described('A name of your choice for the device, to end its session by', text);

interface Writing {
  readonly operationId: string;
  readonly summary: string;
  readonly asked?: JsonSchema;
  readonly example?: object;
  readonly mayBeEmpty?: boolean;
  readonly answered: JsonSchema;
  readonly security?: Operation['security'];
}

const post = (writing: Writing): { post: Operation } => {
  const { operationId, summary, asked, example, answered, security = ANYONE } = writing;
  const required = writing.mayBeEmpty !== true;
  return {
    post: {
      operationId,
      tags: ['accounts'],
      summary,
      security,
      ...(asked ? { requestBody: { ...body(asked, example), required } } : {}),
      responses: { 200: answer({ schema: answered }), ...refusals(400, 401, 403, 413, 415, 429, 503) },
    },
  };
};

const signedIn = (operationId: string, summary: string, responses: Operation['responses']): Operation => ({
  operationId,
  tags: ['accounts'],
  summary,
  security: SIGNED_IN,
  responses: { ...responses, ...refusals(400, 401, 403, 429, 503) },
});

const SIGNING_IN: Paths = {
  '/api/auth/local': post({
    operationId: 'signIn',
    summary: 'Sign in; the refresh token comes as a cookie',
    asked: object(
      { identifier: described('User name or e-mail address', text), password: text, deviceId: DEVICE },
      ['identifier', 'password'],
    ),
    example: { identifier: 'erika@example.org', password: 'Nelken blühen im Mai' },
    answered: ref('SignedIn'),
  }),
  '/api/auth/local/register': post({
    operationId: 'register',
    summary:
      'Register an account of a business; a link by mail confirms it. The same answer where there is one already',
    asked: ref('Registration'),
    example: { username: 'Erika Muster', email: 'erika@example.org', password: 'Nelken blühen im Mai' },
    answered: object({ user: object({ username: text, email: text, confirmed: { const: false } }) }),
  }),
  '/api/auth/refresh': post({
    operationId: 'refreshSession',
    summary: 'The next access token; sets a new cookie',
    answered: object({ jwt: text }),
    security: COOKIE,
  }),
  '/api/auth/logout': post({
    operationId: 'signOut',
    summary: 'End this session, or those of a device, or all of the account',
    asked: object({ deviceId: DEVICE, scope: { const: 'all' } }, []),
    mayBeEmpty: true,
    answered: object({ ok: { const: true } }),
    security: SIGNED_IN,
  }),
};

const MAILS_AND_PASSWORDS: Paths = {
  '/api/auth/email-confirmation': {
    get: {
      operationId: 'confirmEmail',
      tags: ['accounts'],
      summary: 'The link in a mail; leads on to a page with a button, and changes nothing',
      security: ANYONE,
      parameters: [
        {
          ...queryParameter('confirmation', 'From the mail', text),
          required: true,
          example: 'from-the-mail',
        },
      ],
      responses: {
        302: {
          description: 'On to the page with the button that confirms',
          headers: { Location: { required: true, schema: text } },
          content: { 'text/html': { schema: text } },
        },
        ...refusals(400, 401, 403, 429, 503),
      },
    },
  },
  '/api/auth/send-email-confirmation': post({
    operationId: 'sendEmailConfirmation',
    summary: 'Mail the confirmation again; the same answer whether or not there is an account',
    asked: object({ email: text }),
    example: { email: 'erika@example.org' },
    answered: object({ email: text, sent: { const: true } }),
  }),
  '/api/auth/forgot-password': post({
    operationId: 'forgotPassword',
    summary: 'Mail a link that sets a new password within an hour; the same answer for any address',
    asked: object({ email: text }),
    example: { email: 'erika@example.org' },
    answered: object({ ok: { const: true } }),
  }),
  '/api/auth/reset-password': post({
    operationId: 'resetPassword',
    summary: 'Set a new password by the link in the mail',
    asked: object({ code: described('From the mail', text), password: PASSWORD, passwordConfirmation: text }),
    example: {
      code: 'from-the-mail',
      password: 'Astern blühen im Herbst',
      passwordConfirmation: 'Astern blühen im Herbst',
    },
    answered: ref('SignedIn'),
  }),
  '/api/auth/change-password': post({
    operationId: 'changePassword',
    summary: 'Set a new password; ends all other sessions',
    asked: object({ currentPassword: text, password: PASSWORD, passwordConfirmation: text }),
    example: {
      currentPassword: 'Nelken blühen im Mai',
      password: 'Astern blühen im Herbst',
      passwordConfirmation: 'Astern blühen im Herbst',
    },
    answered: ref('SignedIn'),
    security: SIGNED_IN,
  }),
};

const OWN: Paths = {
  '/api/auth/sessions': {
    get: signedIn('listSessions', 'Where the account is signed in', {
      200: answer({ schema: object({ data: list(ref('Session')) }) }),
    }),
  },
  '/api/auth/sessions/{sessionId}': {
    delete: {
      ...signedIn('endSession', 'Sign out somewhere else', {
        200: answer({ schema: object({ data: object({}) }) }),
        ...refusals(404),
      }),
      parameters: [inPath('sessionId', text, '5f2b8f4e-4b7e-4c56-9f0e-0a1b2c3d4e5f')],
    },
  },
  '/api/users/me': {
    get: signedIn('getMyAccount', 'The account itself', { 200: answer({ schema: ref('Account') }) }),
  },
};

/** Registration, sessions and passwords of contributors. */
export const describeAccounts = (): Description => ({
  tags: [{ name: 'accounts', description: 'Registering, signing in, passwords (docs/api.md)' }],
  paths: { ...SIGNING_IN, ...MAILS_AND_PASSWORDS, ...OWN },
  schemas: {
    Account: ACCOUNT,
    Registration: z.toJSONSchema(registrationSchema, { io: 'input' }),
    Session: SESSION,
    SignedIn: object({
      jwt: described('For `Authorization: Bearer …`; lasts ten minutes', text),
      user: ref('Account'),
    }),
  },
});
