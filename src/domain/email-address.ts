import { accept, refuse, type Checked } from './checked';

// RFC 5321, 4.5.3.1: 64 octets before the @; 254 in all by RFC 3696 erratum 1690.
const SHAPE =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
const MAX_LENGTH = 254;

/** Checks the shape of an e-mail address; removes a leading `mailto:` and lower-cases the host. */
export const checkEmailAddress = (value: string): Checked<string> => {
  const text = value.trim().replace(/^mailto:/i, '');
  const wellDotted = !/^\.|\.\.|\.@/.test(text);
  if (text.length > MAX_LENGTH || !wellDotted || !SHAPE.test(text))
    return refuse('email-malformed', { found: text });
  const at = text.lastIndexOf('@');
  return accept(text.slice(0, at) + text.slice(at).toLowerCase());
};
