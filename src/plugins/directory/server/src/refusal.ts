import type { Language } from '../../../../domain/language';

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  404: 'NotFoundError',
  406: 'NotAcceptableError',
  503: 'ServiceUnavailableError',
};

/** What the directory says instead of an answer; the message is for people and comes in both languages. */
export class DirectoryRefusal extends Error {
  override readonly name = 'DirectoryRefusal';

  constructor(
    readonly status: 400 | 404 | 406 | 503,
    readonly messages: Readonly<Record<Language, string>>,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(messages.en);
  }

  /** Strapi's error envelope. */
  body(language: Language): string {
    const { status, details } = this;
    const error = { status, name: NAMES[status], message: this.messages[language], details };
    return JSON.stringify({ data: null, error });
  }
}
