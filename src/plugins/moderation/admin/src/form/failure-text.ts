import { de } from '../translations/de';
import { en } from '../translations/en';

/**
 * Why a form was not saved, in place of the server's or the browser's own message.
 * @param status HTTP status; `undefined` if there was no answer
 * @param language of the page (BCP 47)
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
