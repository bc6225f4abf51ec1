import { z } from 'zod';
import { LANGUAGES, type Language } from '#src/languages/language';
import { emailField } from '#src/platform/refusals/email-field';
import { SUBMISSION_STATES } from '../domain/moderation-state';
import { REASONED_ACTIONS } from '../domain/transitions';

/** Of messages between people; long enough for a page. */
export const LONGEST_TEXT = 2_000;

const text = z.string().trim().max(LONGEST_TEXT);

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
export const decisionBody = z.object({ version: z.number().int().nonnegative(), reason: text.optional() });

/** `POST /moderation/documents/:contentType/:documentId/{suspend,reinstate,archive,restore}` */
export const documentActionBody = z.object({ reason: text.optional() });

/** `POST /moderation/chosen/:contentType` and `…/delete` */
export const chosenBody = z.object({ documentIds: z.array(z.string().min(1).max(64)).min(1).max(100) });

/** `POST /moderation/chosen/:contentType/take-down` */
export const takeDownBody = chosenBody.extend({ reason: text.optional() });

const inEachLanguage = <Schema>(schema: Schema) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, schema])) as Record<Language, Schema>;

/** A reason that editors choose from. */
export const reasonTemplateBody = z.object({
  action: z.enum(REASONED_ACTIONS),
  name: z.string().trim().min(1).max(120),
  texts: z.strictObject(inEachLanguage(text.min(1))),
  position: z.number().int().nonnegative().default(0),
});
export type ReasonTemplateBody = z.infer<typeof reasonTemplateBody>;

export const REPORT_KINDS = ['wrong', 'closed', 'offensive', 'fraud', 'rights', 'other'] as const;

/** What a report says. */
export const report = z.object({
  contentType: z
    .string()
    .max(120)
    .describe('The uid, the singular or the plural name of the type: `business`, `businesses`'),
  documentId: z.string().min(1).max(64),
  kind: z.enum(REPORT_KINDS).default('other'),
  message: text.min(1).optional().describe('What is wrong; needed, unless `reason` says it'),
  reason: text.min(1).optional().describe('The same as `message`'),
  email: emailField.optional().describe('Whom the editors may ask; gets a mail when the report is settled'),
});

/** `POST /api/reports`, with or without `data` around it. */
export const reportBody = z.preprocess(
  (body) => (typeof body === 'object' && body !== null && 'data' in body ? body.data : body),
  report.refine(({ message, reason }) => message ?? reason, { path: ['message'] }),
);
export type ReportBody = z.infer<typeof reportBody>;

/** `GET /moderation/reports` */
export const reportsQuery = z.object({ state: z.enum(['open', 'resolved']).default('open'), ...paging });
export type ReportsQuery = z.infer<typeof reportsQuery>;

/** `PUT /moderation/digest` */
export const digestBody = z.strictObject({ wanted: z.boolean() });

/** `POST /moderation/reports/:id/resolve` */
export const resolveBody = z.object({ resolution: text.optional() });
