import { errors } from '@strapi/utils';
import { fieldLabel, type FieldPath } from '../../domain/field-labels';
import { DEFAULT_LANGUAGE, type Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import type { Code } from '../../languages/catalogue';
import { fill, type Details } from '../../languages/fill';
import { nameOf, statusOf } from './status';

/** One reason for a refusal. */
export interface Ground {
  readonly code: Code;
  /** Names and, in lists, zero-based positions; empty if it concerns the whole. */
  readonly path?: FieldPath;
  /** The values for the sentence's placeholders. */
  readonly details?: Details;
  /** What the sentence calls the field, if not by the label of its path: a parameter is called by its name. */
  readonly field?: string | ((language: Language) => string);
  /** Values that would be accepted and may be what is meant, the likeliest first. */
  readonly suggestions?: readonly string[];
}

/** What a rule found in a document, and where. */
export interface Finding {
  readonly path: FieldPath;
  readonly reason: Code;
  readonly details?: Details;
  readonly suggestions?: readonly string[];
}

/** The ground for a finding of the rules. */
export const groundOf = ({ path, reason, details = {}, suggestions = [] }: Finding): Ground => ({
  code: reason,
  path,
  details,
  suggestions,
});

/** A ground in an answer. */
export interface Sentence {
  readonly code: Code;
  readonly path: (string | number)[];
  readonly message: string;
  readonly suggestions?: readonly string[];
}

/** Further facts for programs. */
export type Facts = Readonly<Record<string, unknown>>;

export interface RefusalOptions {
  /** Seconds after which the request may be repeated: `Retry-After`. */
  readonly retryAfter?: number;
  /** Further members of `details` next to `code` and `errors`, such as a state, a version or a remedy. */
  readonly facts?: Facts;
  /** The language requested by a part of the request, which takes precedence over the request's own. */
  readonly language?: Language;
  /** The title of the document it concerns, out of several. */
  readonly about?: string;
  /** HTTP status, if not that of the code: for Strapi errors without a code of ours. */
  readonly status?: number;
  readonly cause?: unknown;
}

/** The body of every refusal (docs/adr/0053). */
export interface RefusalBody {
  readonly data: null;
  readonly error: {
    readonly status: number;
    readonly name: string;
    readonly message: string;
    readonly details: Facts & { readonly code: Code; readonly errors: readonly Sentence[] };
  };
}

const fieldOf = ({ field, path = [] }: Ground, language: Language): string =>
  (typeof field === 'function' ? field(language) : field) ?? fieldLabel(path, language);

/** The sentence of a ground. */
export function sentenceOf(ground: Ground, language: Language): Sentence {
  const catalogue = CATALOGUES[language];
  const details = { field: fieldOf(ground, language), ...ground.details };
  return {
    code: ground.code,
    path: [...(ground.path ?? [])],
    message: fill(catalogue.refusals[ground.code], details, catalogue),
    ...(ground.suggestions?.length ? { suggestions: ground.suggestions } : {}),
  };
}

/**
 * Any refusal, by REST, GraphQL, the admin panel's routes or the command line. It contains codes, not sentences, which
 * are added with the answer, in the language of the request.
 */
export class Refusal extends errors.ApplicationError<string, string, RefusalBody['error']['details']> {
  readonly status: number;
  readonly grounds: readonly [Ground, ...Ground[]];
  readonly retryAfter: number | undefined;
  readonly facts: Facts;
  readonly language: Language | undefined;
  private readonly options: RefusalOptions;

  constructor(grounds: readonly [Ground, ...Ground[]], options: RefusalOptions = {}) {
    super();
    this.options = options;
    this.grounds = grounds;
    this.status = options.status ?? statusOf(grounds[0].code);
    this.name = nameOf(
      this.status,
      grounds.some(({ path = [] }) => path.length > 0),
    );
    this.retryAfter = options.retryAfter;
    this.facts = {
      ...options.facts,
      ...(options.retryAfter === undefined ? {} : { retryAfterSeconds: options.retryAfter }),
    };
    this.language = options.language;
    if (options.cause !== undefined) this.cause = options.cause;
    // For logs, scripts and Strapi's own code; answers are created by `body`.
    const { message, details } = this.body(DEFAULT_LANGUAGE).error;
    this.message = message;
    this.details = details;
  }

  /** The code of the first ground. */
  get code(): Code {
    return this.grounds[0].code;
  }

  /** The same, with the title of the document before each sentence. */
  about(title: string): Refusal {
    return new Refusal(this.grounds, { ...this.options, about: title });
  }

  /** The answer in the language of the request. */
  body(asked: Language): RefusalBody {
    const language = this.language ?? asked;
    const sentences = this.grounds.map((ground) => this.named(sentenceOf(ground, language), language));
    const { status, name, code, facts } = this;
    const message = [...new Set(sentences.map((sentence) => sentence.message))].join('\n');
    return { data: null, error: { status, name, message, details: { ...facts, code, errors: sentences } } };
  }

  private named(sentence: Sentence, language: Language): Sentence {
    const { about } = this.options;
    if (about === undefined) return sentence;
    return {
      ...sentence,
      message: `${CATALOGUES[language].desk.about.replace('{title}', () => about)} ${sentence.message}`,
    };
  }
}

/** A refusal on one ground. */
export const refused = (
  code: Code,
  path: FieldPath = [],
  details: Details = {},
  { field, ...options }: RefusalOptions & Pick<Ground, 'field'> = {},
): Refusal => new Refusal([{ code, path, details, ...(field === undefined ? {} : { field }) }], options);

/** A refusal of a request parameter, which its sentence calls by its name. */
export const refusedParameter = (code: Code, name: string, details: Details = {}, facts?: Facts): Refusal =>
  refused(code, [name], details, { field: name, ...(facts ? { facts } : {}) });

// More would help nobody; a body of 1 MB can have a hundred thousand mistakes.
const MOST_GROUNDS = 50;

/** @throws Refusal if there are any grounds; duplicates are merged, also across the languages of a document */
export function assertNothing(grounds: readonly Ground[]): void {
  const distinct = new Map(
    grounds.map((ground) => [`${(ground.path ?? []).join('.')} ${ground.code}`, ground]),
  );
  const [first, ...rest] = [...distinct.values()].slice(0, MOST_GROUNDS);
  if (first) throw new Refusal([first, ...rest]);
}
