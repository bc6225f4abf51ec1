import { z } from 'zod';
import { controlCharacterIn } from '#src/domain/plain-text';
import { writtenLine, writtenText } from '#src/domain/written-text';
import type { Code } from '#src/languages/catalogue';
import { emailField } from '#src/platform/refusals/email-field';
import { coded } from '#src/platform/refusals/zod-refusal';
import { GROUND_NAMES, type Ground } from '../intake/domain/kinds';

/** Of messages between people; long enough for a page. */
const LONGEST = 2_000;
// "Sufficiently substantiated" (DSA, Art. 16 (2) (a)) needs a sentence.
export const SHORTEST_EXPLANATION = 20;

const text = z.string().overwrite(writtenText).max(LONGEST);
const line = z.string().overwrite(writtenLine);

/** What a report could be called before it had grounds; still taken, and shown to the editors. */
const KINDS = ['wrong', 'closed', 'offensive', 'fraud', 'rights', 'other'] as const;

/** The ground of a report that names none: without the elements of Art. 16 it is no notice of something illegal. */
const GROUND_OF: Readonly<Record<(typeof KINDS)[number], Ground>> = {
  wrong: 'wrong',
  closed: 'closed',
  offensive: 'terms',
  fraud: 'terms',
  rights: 'terms',
  other: 'wrong',
};

/** What a report has to say. */
export type Need = 'explanation' | 'message' | 'place' | 'listing' | 'name' | 'email' | 'goodFaith';

/**
 * What a report needs, by its ground. Those of `illegal` are the elements of DSA, Art. 16 (2): (a) an explanation of the
 * reasons, (b) the exact place, (c) name and address, unless it is about the sexual abuse of children, (d) good faith.
 */
export const NEEDS: Readonly<Record<Ground, readonly Need[]>> = {
  illegal: ['explanation', 'place', 'name', 'email', 'goodFaith'],
  terms: ['message', 'place'],
  privacy: ['message'],
  accessibility: ['message'],
  wrong: ['message', 'listing'],
  closed: ['message', 'listing'],
  correction: ['message', 'listing'],
};

// Directive 2011/93/EU, Art. 3 to 7
const NOT_FOR_CHILD_ABUSE: readonly Need[] = ['name', 'email'];

/** Nobody types one into an address; URL parsers drop line breaks and tabs. */
const withoutControl = (address: string, context: z.RefinementCtx<string>): void => {
  const found = controlCharacterIn(address);
  if (found !== undefined)
    context.addIssue({ code: 'custom', ...coded('text-control-character', { found }) });
};

/** What a report says. */
export const notice = z.object({
  ground: z
    .enum(GROUND_NAMES)
    .optional()
    .describe('What is the matter; `illegal` is a notice of illegal content (DSA, Art. 16)'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(LONGEST)
    .superRefine(withoutControl)
    .optional()
    .describe('The page that it is about, if `contentType` and `documentId` do not say it'),
  contentType: z
    .string()
    .max(120)
    .optional()
    .describe('The uid, the singular or the plural name of the type: `business`, `businesses`'),
  documentId: z.string().min(1).max(64).optional(),
  kind: z.enum(KINDS).optional().describe('Instead of `ground`, as before there were grounds'),
  explanation: text.min(1).optional().describe('What is wrong, and why; of `illegal` at least 20 characters'),
  message: text.min(1).optional().describe('The same as `explanation`'),
  reason: text.min(1).optional().describe('The same as `explanation`'),
  law: line.max(300).optional().describe('Of `illegal`: the law that it violates'),
  clause: line.max(300).optional().describe('Of `terms`: the clause of the terms that it violates'),
  name: line
    .min(2, { error: 'notice-name' })
    .max(120)
    .optional()
    .describe('Needed for `illegal`, unless `childAbuse`'),
  email: emailField
    .optional()
    .describe('Where receipt and decision are sent; needed for `illegal`, unless `childAbuse`'),
  goodFaith: z
    .boolean()
    .optional()
    .describe(
      'That who reports believes in good faith that all of it is right and complete; needed for `illegal`',
    ),
  childAbuse: z
    .boolean()
    .optional()
    .describe('It is about the sexual abuse of children: needs no name and no address'),
  altcha: z
    .string()
    .optional()
    .describe('A solved challenge (`/api/challenge`); without one three an hour are taken from one address'),
  homepage: z.string().optional().describe('To be left empty: a trap for programs'),
});

type Given = z.infer<typeof notice>;

const textOf = ({ explanation, message, reason }: Given): string => explanation ?? message ?? reason ?? '';

const isDocument = ({ contentType, documentId }: Given): boolean =>
  contentType !== undefined && documentId !== undefined;

interface Asked {
  /** The field that a refusal is about. */
  readonly path: string;
  readonly code: Code;
  isThere(given: Given): boolean;
}

const hasPlace = (given: Given): boolean => isDocument(given) || given.url !== undefined;

const ASKED: Readonly<Record<Need, Asked>> = {
  explanation: {
    path: 'explanation',
    code: 'notice-explanation',
    isThere: (given) => textOf(given).length >= SHORTEST_EXPLANATION,
  },
  message: { path: 'message', code: 'notice-message', isThere: (given) => textOf(given) !== '' },
  place: { path: 'url', code: 'notice-place', isThere: hasPlace },
  listing: { path: 'url', code: 'notice-place', isThere: hasPlace },
  name: { path: 'name', code: 'notice-name', isThere: ({ name }) => name !== undefined },
  email: { path: 'email', code: 'notice-email', isThere: ({ email }) => email !== undefined },
  goodFaith: { path: 'goodFaith', code: 'notice-good-faith', isThere: ({ goodFaith }) => goodFaith === true },
};

const groundOf = ({ ground, kind = 'other' }: Given): Ground => ground ?? GROUND_OF[kind];

/** What has to be there. */
export const needsOf = (given: Pick<Given, 'ground' | 'kind' | 'childAbuse'>): readonly Need[] =>
  NEEDS[groundOf(given as Given)].filter(
    (need) => given.childAbuse !== true || !NOT_FOR_CHILD_ABUSE.includes(need),
  );

/** `POST /api/reports`: one notice, with what its ground needs. */
export const noticeBody = notice
  .superRefine((given, context) => {
    for (const need of needsOf(given)) {
      const asked = ASKED[need];
      const details = { minimum: SHORTEST_EXPLANATION };
      if (!asked.isThere(given))
        context.addIssue({ code: 'custom', path: [asked.path], ...coded(asked.code, details) });
    }
  })
  .transform((given) => {
    const { law, clause, kind, goodFaith, childAbuse, url, contentType, documentId, name, email } = given;
    return {
      ground: groundOf(given),
      message: textOf(given),
      place: { url, contentType, documentId },
      from: { name, email },
      fields: { law, clause, said: kind, goodFaith, childAbuse },
    };
  });

export type Notice = z.infer<typeof noticeBody>;
