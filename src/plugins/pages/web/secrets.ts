/**
 * Links in mails may have their secret in the fragment, which browsers do not send: it is put into the field that asks for
 * the link otherwise, and taken out of the history of what may be a shared computer.
 */
export function takeSecrets(): void {
  const secrets = new URLSearchParams(location.hash.slice(1));
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-from-fragment]')) {
    const secret = secrets.get(input.dataset.fromFragment ?? '');
    if (!secret) continue;
    input.value = secret;
    const field = input.closest<HTMLElement>('.field');
    if (field) field.hidden = true;
    history.replaceState(null, '', location.pathname);
  }
}
