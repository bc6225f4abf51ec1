import { LANGUAGES } from '#src/languages/languages';
import { lookUp } from '#src/languages/look-up';
import { TEXTS } from '../translations/languages';

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
  const texts = TEXTS[lookUp(language, LANGUAGES) ?? 'en'];
  if (status === undefined) return texts['form.failed.unreachable'];
  if (status === 401) return texts['form.failed.session'];
  if (status >= 500) return texts['form.failed.server'];
  return message ?? texts['form.failed.server'];
}
