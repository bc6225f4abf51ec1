import type { FieldOfForm } from '#src/platform/pages/elements';
import type { Asked, FormValues } from '#src/platform/pages/page';
import { accountWords } from './message-page';

/** The secret in what was typed or filled in: a link with it, or the secret itself. */
export function typedSecret(typed: string, name: string): string {
  const text = typed.trim();
  const at = text.search(/[#?]/);
  return new URLSearchParams(text.slice(at + 1)).get(name) ?? text;
}

/** The secret that the address or the form has, unless it was refused. */
function knownSecret({ query, refused }: Asked, name: string): string {
  if (!refused) return query.get(name) ?? '';
  const isRefused = refused.problems.some(({ field }) => field === name);
  return isRefused ? '' : typedSecret(refused.values[name] ?? '', name);
}

/**
 * The field for a link whose secret is in the fragment, which the server does not see: the page's script fills it in, and
 * without the script one copies the link. Where the secret is known, as of mails before 2026-12, no field is shown.
 */
export function secretField(asked: Asked, name: string): { fields: FieldOfForm[]; hidden: FormValues } {
  const known = knownSecret(asked, name);
  if (known !== '') return { fields: [], hidden: { [name]: known } };
  const { link, linkHint } = accountWords(asked).newPassword;
  return {
    fields: [{ name, label: link, hint: linkHint, required: true, autocomplete: 'off', fromFragment: name }],
    hidden: {},
  };
}
