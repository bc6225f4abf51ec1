import type { LinkView } from '#src/platform/secret-links/index';
import { request } from './request';

/** What `/api/links/…` answers. */
export interface LinkAnswer {
  data: LinkView;
  error: { message: string; details: { code: string; canBeSentAgain?: boolean } };
}

let count = 0;

/** The address of somebody without an account. */
export const someone = (): string => `leute${(count += 1)}@example.org`;

/** What a link of a mail shows. */
export const showLink = (token: string, language = 'de') =>
  request<LinkAnswer>(`/api/links/${token}`, { headers: { 'accept-language': language } });

/** Presses a button of it. */
export const actOnLink = (token: string, action: string, body: object = {}) =>
  request<LinkAnswer>(`/api/links/${token}/${action}`, { body });
