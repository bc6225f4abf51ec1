import { errors } from '@strapi/utils';
import type { Language } from '../../../../domain/language';
import type { ContentVersion } from './domain/content-version';
import type { ChangedBy, ChangedField } from './panel-contract';

/** Stable codes of what moderation refuses; `details.code` in the answer. */
export type ModerationCode =
  | 'not-found'
  | 'stale-version'
  | 'changed-meanwhile'
  | 'review-first'
  | 'wrong-state'
  | 'waits-for-review'
  | 'archived'
  | 'suspended'
  | 'suspend-instead'
  | 'not-yours'
  | 'reason-required'
  | 'not-through-moderation'
  | 'reported-enough';

const STATUS: Readonly<Record<ModerationCode, { status: number; name: string }>> = {
  'not-found': { status: 404, name: 'NotFoundError' },
  'stale-version': { status: 409, name: 'ConflictError' },
  'changed-meanwhile': { status: 409, name: 'ConflictError' },
  'review-first': { status: 409, name: 'ConflictError' },
  'wrong-state': { status: 409, name: 'ConflictError' },
  'waits-for-review': { status: 409, name: 'ConflictError' },
  archived: { status: 409, name: 'ConflictError' },
  suspended: { status: 409, name: 'ConflictError' },
  'suspend-instead': { status: 409, name: 'ConflictError' },
  'not-yours': { status: 403, name: 'ForbiddenError' },
  'reason-required': { status: 400, name: 'ValidationError' },
  'not-through-moderation': { status: 403, name: 'ForbiddenError' },
  'reported-enough': { status: 409, name: 'ConflictError' },
};

const SENTENCES: Readonly<Record<ModerationCode, Record<Language, string>>> = {
  'not-found': {
    de: 'Diesen Eintrag gibt es nicht.',
    en: 'There is no such entry.',
  },
  'stale-version': {
    de: 'Der Eintrag wurde inzwischen geändert. Bitte laden Sie ihn neu und prüfen Sie die Änderung.',
    en: 'The entry has been changed in the meantime. Please reload it and look at the change.',
  },
  'changed-meanwhile': {
    de: 'Nicht gespeichert: Der Eintrag wurde geändert, seit Sie ihn geöffnet haben. Ihre Eingaben sind noch da.',
    en: 'Not saved: the entry has been changed since you opened it. What you typed is still there.',
  },
  'review-first': {
    de: 'Unter den gewählten Einträgen wartet eine Einreichung auf Prüfung. Bitte prüfen Sie sie einzeln (Menü „Einreichungen“) oder nehmen Sie sie aus der Auswahl.',
    en: 'A submission among the chosen entries waits for review. Please review it on its own (menu “Submissions”) or take it out of the choice.',
  },
  'wrong-state': {
    de: 'Das geht im jetzigen Zustand nicht ({from}). Bitte laden Sie den Eintrag neu.',
    en: 'This is not possible in the present state ({from}). Please reload the entry.',
  },
  'waits-for-review': {
    de: 'Der Eintrag wartet auf die Prüfung durch die Redaktion. Was ohne Prüfung öffentlich wird (bei einem öffentlichen Betrieb Öffnungszeiten ohne Bemerkungen, Telefonnummer und Einwilligung zur Weitergabe), können Sie trotzdem ändern. Für alles andere ziehen Sie die Einreichung bitte zurück (withdraw), ändern den Eintrag und reichen ihn wieder ein.',
    en: 'The entry waits for review by the editors. What becomes public without review (of a public business: opening hours without comments, phone number and consent to syndication) can be changed all the same. For anything else please withdraw the submission (withdraw), change the entry and submit it again.',
  },
  archived: {
    de: 'Der Eintrag ist archiviert. Die Redaktion kann ihn wiederherstellen.',
    en: 'The entry is archived. The editors can restore it.',
  },
  suspended: {
    de: 'Der Eintrag ist gesperrt und wird so nicht öffentlich. Bitte heben Sie zuerst die Sperre auf („Sperre aufheben …“).',
    en: 'The entry is suspended and does not become public this way. Please lift the suspension first (“Lift the suspension …”).',
  },
  'suspend-instead': {
    de: 'Wer einen öffentlichen Eintrag zurückzieht, sagt dem Betrieb warum: Bitte sperren Sie ihn mit einer Begründung („Nicht veröffentlichen …“ oder „Sperren …“). Das gilt für alle Sprachen zusammen.',
    en: 'Who takes a public entry back tells the business why: please suspend it with a reason (“Unpublish …” or “Suspend …”). That covers all languages together.',
  },
  'not-yours': {
    de: 'Diesen Schritt kann nur die andere Seite gehen (Betrieb oder Redaktion).',
    en: 'Only the other side (business or editors) can take this step.',
  },
  'reason-required': {
    de: 'Begründung: Bitte schreiben Sie, warum, damit der Betrieb weiß, was zu tun ist.',
    en: 'Reason: please write why, so that the business knows what to do.',
  },
  'not-through-moderation': {
    de: 'Einträge werden über den Selbsteintrag oder die Redaktion geändert, nicht auf diesem Weg.',
    en: 'Entries are changed through self-service or by the editors, not this way.',
  },
  'reported-enough': {
    de: 'Zu diesem Eintrag liegen schon viele Meldungen vor. Die Redaktion sieht sie sich an.',
    en: 'There are many reports about this entry already. The editors are looking at them.',
  },
};

const STATE_NAMES: Readonly<Record<string, Record<Language, string>>> = {
  none: { de: 'nichts eingereicht oder nicht öffentlich', en: 'nothing submitted, or not public' },
  draft: { de: 'Entwurf', en: 'draft' },
  submitted: { de: 'eingereicht', en: 'submitted' },
  'changes-requested': { de: 'Änderung erbeten', en: 'changes requested' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  public: { de: 'öffentlich', en: 'public' },
  suspended: { de: 'gesperrt', en: 'suspended' },
  archived: { de: 'archiviert', en: 'archived' },
  resolved: { de: 'erledigt', en: 'resolved' },
};

export interface ModerationErrorDetails {
  readonly code: ModerationCode;
  readonly from?: string;
  readonly action?: string;
  readonly version?: number;
  readonly changes?: readonly ChangedField[];
  readonly by?: ChangedBy | null;
  /** Of what `changes` tells: to be named by a form that has shown it. */
  readonly formVersion?: ContentVersion;
  readonly errors?: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** A refusal of moderation. Thrown inside the transaction, so that nothing of the attempt stays. */
export class ModerationError extends Error {
  override readonly name: string;
  readonly code: ModerationCode;
  readonly status: number;
  readonly expose = true;
  readonly details: ModerationErrorDetails;

  /** @param language the one the message is written in; codes are the same in all */
  constructor(code: ModerationCode, language: Language, details: Omit<ModerationErrorDetails, 'code'> = {}) {
    const message = SENTENCES[code][language].replace(
      '{from}',
      STATE_NAMES[details.from ?? '']?.[language] ?? details.from ?? '',
    );
    super(message);
    this.name = STATUS[code].name;
    this.code = code;
    this.status = STATUS[code].status;
    const field = code === 'reason-required' ? { errors: [{ path: ['reason'], message }] } : {};
    this.details = { code, ...details, ...field };
  }
}

// Strapi answers with the status of an HttpError and with 400 or 500 for everything else; the class of http-errors is
// abstract and cannot be extended, so the prototype says what this is.
Object.setPrototypeOf(ModerationError.prototype, errors.HttpError.prototype as object);

/** True for a refusal of moderation, also across Jest's realms. */
export const isModerationError = (error: unknown): error is ModerationError =>
  error instanceof Error && 'details' in error && error.constructor.name === 'ModerationError';
