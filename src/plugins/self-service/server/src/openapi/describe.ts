import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { businessType, listingTypes } from '#src/listing/listing-types';
import type { Description } from '#src/reading/openapi/described-paths';
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
  type JsonSchemas,
} from '#src/reading/openapi/domain/json-schema';
import {
  answer,
  body,
  inPath,
  NO_CONTENT,
  refusals,
  SIGNED_IN,
  type Operation,
  type Paths,
} from '#src/reading/openapi/domain/operation';
import { emailChangeBody } from '#src/extensions/users-permissions/email-change/email-change';
import { accountChange } from '#src/extensions/users-permissions/registration';
import { LISTINGS } from '#src/data-rights/index';
import { LANGUAGES } from '#src/languages/language';
import { deletionBody } from '../controllers/account-data';
import { CLAIM_STATES, claimBody } from '../controllers/claims';
import { acceptBody, invitationBody } from '../controllers/people';
import { MAX_FILES, MAX_IMAGE_BYTES } from '../domain/image-rules';
import { DOCUMENT_ID, documentPaths, PAGE, WRITTEN } from './document-paths';
import { FORM_SCHEMAS, formPath } from './form-schemas';
import { documentSchemas } from './document-schemas';

const READ = [400, 401, 403, 404, 429, 503];

const fromZod = (schema: z.ZodType): JsonSchema => {
  const { $schema: _dialect, ...own } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return own;
};

// Clients that always send a body may send any.
const NOTHING_ASKED = {
  required: false,
  content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
};

const BINARY = { type: 'string', format: 'binary' };

const uuid = { type: 'string', format: 'uuid' };

const FILE = {
  id: described('With it, or its documentId, a listing uses the picture', whole),
  documentId,
  name: text,
  url: described('Shows it for 45 to 60 minutes, as it is', text),
  mime: text,
  size: described('In kilobytes', { type: 'number' }),
  width: whole,
  height: whole,
  formats: nullable({ type: 'object', additionalProperties: ref('FileFormat') }),
};
const FILE_REQUIRED = ['id', 'documentId', 'name', 'url', 'mime'];

const SCHEMAS: JsonSchemas = {
  Claim: object({
    id: uuid,
    business: documentId,
    reason: text,
    state: choice(CLAIM_STATES),
    createdAt: moment,
    decidedAt: nullable(moment),
    decisionReason: nullable(text),
  }),
  Invitation: object({ id: uuid, business: documentId, email: text, createdAt: moment, endsAt: moment }),
  Manager: object({
    id: documentId,
    role: choice(['owner', 'manager']),
    since: moment,
    username: text,
    email: text,
  }),
  OwnAccount: object({
    username: described('What others see as the name', text),
    email: text,
    newEmail: described('What `email` will be as soon as it is confirmed', nullable(text)),
    language: described('Of mails', choice(LANGUAGES)),
    createdAt: moment,
    deletion: described('Set while it is to be deleted', nullable(ref('OwnDeletion'))),
  }),
  OwnDeletion: object({
    listings: described('What becomes of listings that nobody else manages', choice(LISTINGS)),
    askedAt: moment,
    dueAt: described('Until then it can be taken back', moment),
  }),
  OwnExport: object({
    state: choice(['making', 'ready']),
    askedAt: moment,
    readyAt: nullable(moment),
    endsAt: described('Deleted then', moment),
    bytes: described('0 until it is ready', whole),
  }),
  OwnSession: object({
    id: described('Changes with each refresh', text),
    device: described('What the browser says it is', nullable(text)),
    begunAt: moment,
    lastUsedAt: moment,
    current: described('Whether it is the one that asks', flag),
  }),
  UploadedFile: object(FILE, FILE_REQUIRED),
  OwnUpload: object(
    {
      ...FILE,
      uploadedAt: moment,
      inUse: described('As long as it is, it cannot be deleted', flag),
      usedBy: list(object({ collection: text, documentId })),
    },
    [...FILE_REQUIRED, 'uploadedAt', 'inUse', 'usedBy'],
  ),
};

const operation = (
  operationId: string,
  summary: string,
  rest: Pick<Operation, 'responses'> & Partial<Operation>,
): Operation => ({ operationId, tags: ['self-service'], summary, security: SIGNED_IN, ...rest });

const one = (schema: JsonSchema): JsonSchema => object({ data: schema, meta: object({}) });
const ok = (schema: JsonSchema): JsonSchema => answer({ schema: one(schema) });
const accepted = (schema: JsonSchema): JsonSchema => answer({ description: 'Accepted', schema: one(schema) });
const created = (schema: JsonSchema): JsonSchema => answer({ description: 'Created', schema: one(schema) });

const UPLOAD = operation('uploadPictures', `Bring up to ${MAX_FILES} pictures for own listings`, {
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: object({
          files: described(`JPEG, PNG or WebP, ${MAX_IMAGE_BYTES / 1_048_576} MB together`, {
            ...list({ type: 'string', format: 'binary' }),
            minItems: 1,
            maxItems: MAX_FILES,
          }),
        }),
        encoding: { files: { contentType: 'image/jpeg, image/png, image/webp' } },
      },
    },
  },
  responses: { 201: created(list(ref('UploadedFile'))), ...refusals(...WRITTEN, 408) },
});

const CLAIMS: Paths = {
  '/api/my/claims': {
    get: operation('listMyClaims', 'Own claims and what became of them', {
      responses: { 200: ok(list(ref('Claim'))), ...refusals(...READ) },
    }),
    post: operation('claimBusiness', 'Claim a public business that nobody manages', {
      requestBody: body(fromZod(claimBody), {
        business: DOCUMENT_ID['example'],
        reason: 'Ich bin die Inhaberin; Gewerbeschein liegt bei.',
      }),
      responses: { 201: created(ref('Claim')), ...refusals(...WRITTEN) },
    }),
  },
};

const LISTED_UPLOADS = operation('listUploads', 'Own pictures and where they are used, the newest first', {
  parameters: [PAGE],
  responses: {
    200: answer({
      schema: object({ data: list(ref('OwnUpload')), meta: object({ pagination: ref('Pagination') }) }),
    }),
    ...refusals(...READ),
  },
});

const ACCOUNT: Paths = {
  '/api/my/account': {
    get: operation('readMyAccount', 'The account itself', {
      responses: { 200: ok(ref('OwnAccount')), ...refusals(...READ) },
    }),
    put: operation('changeMyAccount', 'Change the user name, or the language of mails', {
      requestBody: body(fromZod(accountChange), { username: 'Erika Muster', language: 'en' }),
      responses: { 200: ok(ref('OwnAccount')), ...refusals(...WRITTEN) },
    }),
  },
  '/api/my/account/email': {
    put: operation(
      'changeMyEmail',
      'Change the address: confirmed by a mail to the new one, undone by one to the old. The same answer for any address',
      {
        requestBody: body(fromZod(emailChangeBody), {
          email: 'erika@example.org',
          password: 'Nelken blühen im Mai',
        }),
        responses: { 200: ok(ref('OwnAccount')), ...refusals(...WRITTEN) },
      },
    ),
  },
  '/api/my/account/export': {
    get: operation('readMyExport', 'Whether all that is stored about the account is ready as a file', {
      responses: { 200: ok(nullable(ref('OwnExport'))), ...refusals(...READ) },
    }),
    post: operation('exportMyData', 'Have it made, once an hour; a mail says when it is ready', {
      requestBody: NOTHING_ASKED,
      responses: { 202: accepted(ref('OwnExport')), ...refusals(...WRITTEN) },
    }),
  },
  '/api/my/account/export/file': {
    get: operation('downloadMyExport', 'The file: a ZIP archive, for seven days', {
      responses: { 200: answer({ type: 'application/zip', schema: BINARY }), ...refusals(...READ) },
    }),
  },
  '/api/my/account/deletion': {
    get: operation('readMyDeletion', 'Whether the account is to be deleted, and when', {
      responses: { 200: ok(nullable(ref('OwnDeletion'))), ...refusals(...READ) },
    }),
    post: operation('deleteMyAccount', 'Have the account deleted in a week', {
      requestBody: body(fromZod(deletionBody), { password: 'Nelken blühen im Mai', listings: 'leave' }),
      responses: { 202: accepted(ref('OwnDeletion')), ...refusals(...WRITTEN) },
    }),
    delete: operation('keepMyAccount', 'Keep it after all', {
      responses: { ...NO_CONTENT, ...refusals(...READ) },
    }),
  },
  '/api/my/account/sessions': {
    get: operation('listMySessions', 'Where the account is signed in', {
      responses: { 200: ok(list(ref('OwnSession'))), ...refusals(...READ) },
    }),
    delete: operation('endMyOtherSessions', 'Sign out everywhere else', {
      responses: { 200: ok(object({ ended: whole })), ...refusals(...READ) },
    }),
  },
  '/api/my/account/sessions/{id}': {
    delete: operation('endMySession', 'Sign out somewhere else', {
      parameters: [inPath('id', text, '0123456789abcdef0123456789abcdef')],
      responses: { ...NO_CONTENT, ...refusals(...READ) },
    }),
  },
};

/** Who manages a business. @param business its address */
const peoplePaths = (business: string): Paths => ({
  '/api/my/invitations/accept': {
    post: operation('acceptInvitation', 'Become a manager by the link in the mail', {
      requestBody: body(fromZod(acceptBody), { token: 'from-the-mail' }),
      responses: {
        200: ok(object({ business: documentId, role: { const: 'manager' } })),
        ...refusals(...WRITTEN),
      },
    }),
  },
  [`${business}/invitations`]: {
    get: operation('listInvitations', 'Open invitations to manage a business', {
      parameters: [DOCUMENT_ID],
      responses: { 200: ok(list(ref('Invitation'))), ...refusals(...READ) },
    }),
    post: operation('inviteManager', 'Invite somebody to manage a business, for 14 days and one use', {
      parameters: [DOCUMENT_ID],
      requestBody: body(fromZod(invitationBody), { email: 'max@example.org' }),
      responses: { 201: created(ref('Invitation')), ...refusals(...WRITTEN) },
    }),
  },
  [`${business}/invitations/{id}`]: {
    delete: operation('revokeInvitation', 'Take an invitation back', {
      parameters: [DOCUMENT_ID, inPath('id', uuid, '5f2b8f4e-4b7e-4c56-9f0e-0a1b2c3d4e5f')],
      responses: { ...NO_CONTENT, ...refusals(...READ) },
    }),
  },
  [`${business}/managers`]: {
    get: operation('listManagers', 'Who manages a business', {
      parameters: [DOCUMENT_ID],
      responses: { 200: ok(list(ref('Manager'))), ...refusals(...READ) },
    }),
  },
  [`${business}/managers/{id}`]: {
    delete: operation('removeManager', 'Leave, or as owner send somebody away', {
      parameters: [DOCUMENT_ID, inPath('id', documentId, 'm1a2n3a4g5e6r7s8h9i0p1q2')],
      responses: { ...NO_CONTENT, ...refusals(...READ, 409) },
    }),
  },
});

/** What contributors do with their own listings, from the register and the schemas that parse what they send. */
export function describeSelfService(strapi: Core.Strapi): Description {
  const types = [...listingTypes(strapi).selfService.values()];
  return {
    tags: [
      {
        name: 'self-service',
        description: 'Businesses enter and update their own listings; editors approve them (docs/api.md)',
      },
    ],
    paths: {
      ...(Object.assign({}, ...types.map(documentPaths)) as Paths),
      ...formPath(ok),
      ...ACCOUNT,
      '/api/my/uploads': { get: LISTED_UPLOADS, post: UPLOAD },
      '/api/my/uploads/{documentId}': {
        delete: operation('removeUpload', 'Delete an own picture that nothing uses', {
          parameters: [DOCUMENT_ID],
          responses: { ...NO_CONTENT, ...refusals(...READ, 409) },
        }),
      },
      ...CLAIMS,
      ...peoplePaths(`/api/my/${businessType(strapi).collection}/{documentId}`),
    },
    schemas: { ...SCHEMAS, ...FORM_SCHEMAS, ...documentSchemas(strapi, types) },
  };
}
