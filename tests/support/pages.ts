import { request, type Answer } from './request';

/** What browsers send when they open a page. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

/** Opens a page as a browser without JavaScript does. */
export const openPage = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  request(path, { headers: { accept: BROWSER, ...headers } });

/** Sends a form as a browser without JavaScript does; redirects are not followed. */
export const sendForm = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  request(path, {
    body: new URLSearchParams(fields).toString(),
    headers: { accept: BROWSER, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

/** A form in a page: where it is sent, and its hidden fields. */
interface FormInPage {
  readonly action: string;
  readonly hidden: Record<string, string>;
}

/** The forms of a page of ours, in the order in which they are shown. */
export function formsIn(html: string): FormInPage[] {
  return html
    .split('<form ')
    .slice(1)
    .map((form) => ({
      action: /action="([^"]*)"/.exec(form)?.[1] ?? '',
      hidden: Object.fromEntries(
        [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
          ([, name = '', value = '']) => [name, value],
        ),
      ),
    }));
}

/** Presses the button of the only form of a page. */
export async function pressButton(html: string, fields: Record<string, string> = {}): Promise<Answer> {
  const [form, ...more] = formsIn(html);
  if (!form || more.length > 0) throw new Error(`There are ${more.length + (form ? 1 : 0)} forms.`);
  return sendForm(form.action, { ...form.hidden, ...fields });
}
