import {
  choice,
  count,
  decimal,
  described,
  flag,
  list,
  object,
  ref,
  text,
  type JsonSchema,
  type JsonSchemas,
} from '#src/reading/openapi/domain/json-schema';
import { ANYONE, queryParameter, refusals, type Paths } from '#src/reading/openapi/domain/operation';
import { SIZE_CLASSES } from '../domain/eligibility';
import { FIELD_KINDS } from '../form/form-field';

const YES = { const: true };

const FIELD: JsonSchemas = {
  name: text,
  kind: described('What kind of value, and so which editor', choice(FIELD_KINDS)),
  label: text,
  help: text,
  required: described(
    'Without it a listing cannot be submitted; in a group: without it the group cannot. A draft may do without',
    flag,
  ),
  requiredUnless: described('Only if none of these other fields is filled in', list(text)),
  requiredIn: described('Only in this language', text),
  requiredAtOnce: described('Without it nothing is stored', YES),
  default: described('What is stored where nothing is sent', {}),
  minLength: described('In characters', count),
  maxLength: described('In characters', count),
  min: decimal,
  max: decimal,
  step: described('Only whole numbers', { const: 1 }),
  pattern: described('A regular expression that a text matches somewhere', text),
  options: list(ref('FormOption')),
  fields: described('What is in a group, or in each of its rows', list(ref('FormField'))),
  repeatable: described('The value is a list', YES),
  minItems: count,
  maxItems: count,
  maxItemsEach: described(
    'How many rows may have the same value in one of their fields',
    object({ field: text, maxItems: count }),
  ),
  localized: described('Whether each language has its own', flag),
  immediate: described('Whether a change of it is public at once, without review', flag),
  immediateIf: described('Only if the whole text, in its normal form, matches this regular expression', text),
  relation: ref('FormRelation'),
  accepts: described('Media types that may be uploaded', list(text)),
  maxBytes: count,
  notBefore: described('Not before the day or moment in this other field', text),
  within: described(
    'Within so many km of this point',
    object({ latitude: decimal, longitude: decimal, km: decimal }),
  ),
};

export const FORM_SCHEMAS: JsonSchemas = {
  FormField: object(FIELD, ['name', 'kind', 'label', 'required', 'localized', 'immediate']),
  FormOption: object({
    value: text,
    label: text,
    admitted: described('False where this city does not admit a business that is this', flag),
  }),
  FormRelation: object({
    collection: described('Chosen from `/api/{collection}`, or `/api/my/{collection}` if `own`', text),
    type: text,
    name: described('The attribute with its name', text),
    own: described('Whether it has to be one of the account’s own', flag),
  }),
  FormCollection: object({
    collection: described('As in `/api/my/{collection}`', text),
    type: text,
    label: object({ singular: text, plural: text }),
    business: described('`self` for the business itself, otherwise the field with its business', text),
    name: described('The field that names a document', text),
    fields: list(ref('FormField')),
  }),
  FormSchema: object({
    collections: list(ref('FormCollection')),
    admission: described(
      'Whom the city admits',
      object({
        sizeClasses: described('Of these sizes a business may be', list(choice(SIZE_CLASSES))),
        chains: described('Whether it may belong to a chain', flag),
      }),
    ),
  }),
};

/** @param one an answer with this data */
export const formPath = (one: (data: JsonSchema) => JsonSchema): Paths => ({
  '/api/my/schema': {
    get: {
      operationId: 'readFormSchema',
      tags: ['self-service'],
      summary:
        'What contributors may enter, and within which limits: what a form needs to know. For everyone',
      security: ANYONE,
      parameters: [
        queryParameter(
          'locale',
          'The language of the words, `de` or `en`; by default that of `Accept-Language`',
          text,
        ),
      ],
      responses: {
        200: one(ref('FormSchema')),
        304: { description: 'Unchanged' },
        ...refusals(400, 429, 503),
      },
    },
  },
});
