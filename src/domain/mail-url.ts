// RFC 5322, 3.2.3: what the part before the @ may have without quotes; letters beyond ASCII by RFC 6531.
const ATOM = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]*$/u;

/** The part before the @, quoted where it has what would end it in a list of recipients (RFC 5322, 3.2.4). */
const quoted = (local: string): string =>
  ATOM.test(local) ? local : `"${local.replace(/["\\]/g, (character) => `\\${character}`)}"`;

function recipient(address: string): string {
  const at = address.lastIndexOf('@');
  if (at === -1) return encodeURIComponent(address);
  return `${encodeURIComponent(quoted(address.slice(0, at)))}@${encodeURIComponent(address.slice(at + 1))}`;
}

/**
 * The address of a link that begins a mail (RFC 6068). Whatever the e-mail address is, it is one recipient: no second one,
 * no copy, no subject and no text.
 * @param address of the one who gets it; empty: whom the reader chooses
 * @param written what the mail begins with
 */
export function mailUrl(
  address: string,
  written: Readonly<Partial<Record<'subject' | 'body', string>>> = {},
): string {
  const headers = Object.entries(written).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `mailto:${recipient(address)}${headers.length === 0 ? '' : `?${headers.join('&')}`}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A `mailto:` link that somebody wrote, with its address and its subject alone: no copies, and no text in the reader's name. */
export function plainMailUrl(written: string): string {
  const [to = '', query = ''] = written.slice('mailto:'.length).split('?', 2);
  const subject = query.split('&').find((pair) => /^subject=/i.test(pair));
  return mailUrl(
    decoded(to),
    subject === undefined ? {} : { subject: decoded(subject.slice('subject='.length)) },
  );
}
