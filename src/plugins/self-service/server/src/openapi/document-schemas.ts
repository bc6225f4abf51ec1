import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { modelGetter, modelOf } from '#src/platform/strapi/models';
import { isContent } from '#src/platform/strapi/schema';
import { PUBLICATION_STATES, SUBMISSION_STATES } from '#src/plugins/moderation/server/src/contract';
import { componentSchemas, labelOf } from '#src/reading/openapi/content-paths';
import { attributeSchemas, schemaName, type Shown } from '#src/reading/openapi/domain/answer-schemas';
import {
  choice,
  count,
  described,
  documentId,
  list,
  moment,
  nullable,
  object,
  ref,
  text,
  type JsonSchema,
  type JsonSchemas,
} from '#src/reading/openapi/domain/json-schema';
import { bodySchema } from '../domain/body-schema';
import { isCitysOwn } from '../domain/citys-own';

/** `BusinessDraft`: what contributors read; `BusinessInput`: what they write. */
export const draftName = ({ uid }: SelfServiceType): string => `${schemaName(uid)}Draft`;
export const inputName = ({ uid }: SelfServiceType): string => `${schemaName(uid)}Input`;

const shownInDraft: Shown = {
  related: (target) => (isContent(target) ? ref('RelatedDocument') : undefined),
  component: (uid) => ref(`${schemaName(uid)}Draft`),
  file: ref('StoredFile'),
  hides: isCitysOwn,
  unfinished: true,
};

const draftSchema = (strapi: Core.Strapi, { uid }: SelfServiceType): JsonSchema => {
  const attributes = attributeSchemas(modelOf(strapi, uid), shownInDraft, labelOf);
  return object({
    documentId,
    locale: nullable(text),
    createdAt: moment,
    updatedAt: moment,
    ...attributes,
  });
};

/** `#/$defs/x` of a schema from zod leads nowhere in a component: such definitions become components of their own. */
function lifted(name: string, schema: JsonSchema): JsonSchemas {
  const renamed = JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${name}`);
  const {
    $defs = {},
    $schema: _dialect,
    ...own
  } = JSON.parse(renamed) as JsonSchema & { $defs?: JsonSchemas };
  const definitions = Object.entries($defs).map(([inner, definition]) => [`${name}${inner}`, definition]);
  return { [name]: own, ...(Object.fromEntries(definitions) as JsonSchemas) };
}

const inputSchema = (strapi: Core.Strapi, type: SelfServiceType): JsonSchemas =>
  lifted(inputName(type), z.toJSONSchema(bodySchema(type, modelGetter(strapi)), { io: 'input' }));

const STATE = {
  submission: ref('Submission'),
  publication: described('What the public sees of it', choice(PUBLICATION_STATES)),
};

const paths = list(text);

const COMMON: JsonSchemas = {
  RelatedDocument: object({ documentId, name: nullable(text), title: nullable(text), slug: nullable(text) }, [
    'documentId',
  ]),
  Submission: object({
    state: choice(SUBMISSION_STATES),
    version: described('Moves with every write to the draft', count),
    message: described('The editor’s last words', nullable(text)),
    messageAt: nullable(moment),
    about: described('The names of the fields that they are about', list(text)),
    submittedAt: nullable(moment),
  }),
  DraftState: object(STATE),
  DraftMeta: object(
    {
      ...STATE,
      edit: described(
        'What became of a change of something public',
        object({
          public: described('Parts that are public at once', paths),
          waiting: described('Parts that wait to be submitted, or for review', paths),
        }),
      ),
    },
    Object.keys(STATE),
  ),
};

const pagination = object({ page: count, pageSize: count, pageCount: count, total: count });

const answersOf = (type: SelfServiceType): JsonSchemas => ({
  [`${draftName(type)}Answer`]: object({ data: ref(draftName(type)), meta: ref('DraftMeta') }),
  [`${draftName(type)}List`]: object({
    data: list(ref(draftName(type))),
    meta: object({
      pagination,
      documents: described('By documentId', {
        type: 'object',
        additionalProperties: ref('DraftState'),
      }),
    }),
  }),
});

/** The schemas of drafts and of what is written, for each type in self-service. */
export const documentSchemas = (strapi: Core.Strapi, types: readonly SelfServiceType[]): JsonSchemas => ({
  ...COMMON,
  ...componentSchemas(
    strapi,
    types.map(({ uid }) => uid),
    shownInDraft,
    'Draft',
  ),
  ...(Object.assign(
    {},
    ...types.map((type) => ({
      [draftName(type)]: draftSchema(strapi, type),
      ...inputSchema(strapi, type),
      ...answersOf(type),
    })),
  ) as JsonSchemas),
});
