import type { Core } from '@strapi/strapi';
import type { Action, Refusal } from '../domain/transitions';
import { ModerationError, type ModerationCode, type ModerationErrorDetails } from '../moderation-error';
import { requestLanguage } from './request';

/** A refusal in the language of the running request. */
export const refuse = (
  strapi: Core.Strapi,
  code: ModerationCode,
  details: Omit<ModerationErrorDetails, 'code' | 'errors'> = {},
): ModerationError => new ModerationError(code, requestLanguage(strapi), details);

// Of all states that stand in the way this one has a way out that a contributor can take.
const codeOf = (action: Action, { reason, from }: Refusal): ModerationCode =>
  action === 'edit' && reason === 'wrong-state' && from === 'submitted' ? 'waits-for-review' : reason;

/** The error for a transition that the table does not allow. */
export const refuseTransition = (strapi: Core.Strapi, action: Action, refusal: Refusal): ModerationError =>
  refuse(strapi, codeOf(action, refusal), { from: refusal.from, action });
