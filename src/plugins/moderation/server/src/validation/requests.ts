import { z } from 'zod';
import { writtenLine, writtenText } from '#src/domain/written-text';
import { LISTINGS } from '#src/data-rights/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { emailField } from '#src/platform/refusals/email-field';
import { SUBMISSION_STATES } from '../domain/moderation-state';
import { REASONED_ACTIONS } from '../domain/transitions';

/** Of messages between people; long enough for a page. */
const LONGEST_TEXT = 2_000;

const text = z.string().overwrite(writtenText).max(LONGEST_TEXT);

/** On which grounds something is not shown any more (DSA, Art. 17). */
const grounds = {
  basis: z.enum(['illegal', 'terms', 'other']).default('other'),
  norm: z.string().overwrite(writtenLine).max(300).optional(),
};

const reasoned = { reason: text.optional(), ...grounds };

const paging = {
  page: z.coerce.number().int().positive().default(1),
  pageSize: z.coerce.number().int().positive().max(100).default(25),
};

/** `GET /moderation/submissions` */
export const queueQuery = z.object({
  /** `open` is everything that is not `none`. */
  state: z.enum([...SUBMISSION_STATES, 'open']).default('submitted'),
  contentType: z.string().optional(),
  ...paging,
});
export type QueueQuery = z.infer<typeof queueQuery>;

/** `POST /moderation/submissions/:id/{approve,request-changes,reject}` */
export const decisionBody = z.object({
  version: z.number().int().nonnegative(),
  /** The fields that the reason is about. */
  about: z.array(z.string().max(100)).max(100).optional(),
  ...reasoned,
});

/** `POST /moderation/documents/:contentType/:documentId/{suspend,reinstate,archive,restore}` */
export const documentActionBody = z.object(reasoned);

/** `POST /moderation/chosen/:contentType` and `…/delete` */
export const chosenBody = z.object({ documentIds: z.array(z.string().min(1).max(64)).min(1).max(100) });

/** `POST /moderation/chosen/:contentType/take-down` */
export const takeDownBody = chosenBody.extend(reasoned);

const inEachLanguage = <Schema>(schema: Schema) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, schema])) as Record<Language, Schema>;

/** A reason that editors choose from. */
export const reasonTemplateBody = z.object({
  action: z.enum(REASONED_ACTIONS),
  name: z.string().overwrite(writtenLine).min(1).max(120),
  texts: z.strictObject(inEachLanguage(text.min(1))),
  position: z.number().int().nonnegative().default(0),
});
export type ReasonTemplateBody = z.infer<typeof reasonTemplateBody>;

/** `GET /moderation/intake` */
export const intakeQuery = z.object({
  state: z.enum(['open', 'decided']).default('open'),
  kind: z.string().max(60).optional(),
  ...paging,
});
export type IntakeQuery = z.infer<typeof intakeQuery>;

/** `POST /moderation/intake/:id/decide` */
export const intakeDecisionBody = z.strictObject({
  decision: z.string().max(60),
  reason: text.default(''),
  statement: z.strictObject({ reason: text, ...grounds }).optional(),
});

/** `PUT /moderation/digest` */
export const digestBody = z.strictObject({ wanted: z.boolean() });

/** `GET /moderation/data-requests` */
export const pageQuery = z.object(paging);

/** `POST /moderation/data-requests/look-up`: an e-mail address, or the user name of an account. */
export const dataLookupBody = z.strictObject({ person: z.string().trim().min(1).max(254) });

const person = { accountId: z.number().int().positive().optional(), email: emailField.optional() };
const isNamed = ({ accountId, email }: { accountId?: number | undefined; email?: string | undefined }) =>
  accountId !== undefined || email !== undefined;

/** `POST /moderation/data-requests/json` and `…/archive` */
export const dataPersonBody = z.strictObject(person).refine(isNamed, { path: ['email'] });

/** `POST /moderation/data-requests/erase` */
export const dataErasureBody = z
  .strictObject({
    ...person,
    confirmation: z.string().max(254),
    listings: z.enum(LISTINGS).default('leave'),
  })
  .refine(isNamed, { path: ['email'] });
