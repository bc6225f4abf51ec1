import { de } from '../translations/de';
import { en } from '../translations/en';

/**
 * Why a form was not saved, for where Strapi shows what a server or a browser has said.
 * @param status HTTP status; `undefined` when no answer came
 * @param language of the page, as BCP 47 writes it
 */
export function failureText(
  status: number | undefined,
  message: string | undefined,
  language: string,
): string {
  const texts = language.startsWith('de') ? de : en;
  if (status === undefined) return texts['form.failed.unreachable'];
  if (status === 401) return texts['form.failed.session'];
  if (status >= 500) return texts['form.failed.server'];
  return message ?? texts['form.failed.server'];
}
