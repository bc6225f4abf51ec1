const MASK = '***';

// A parameter is secret if a word of its name is listed (`reset_code`, `registrationToken`, `X-Api-Key`), so `postcode`
// and `keyword` are not.
const SECRET_WORDS: ReadonlySet<string> = new Set([
  'auth',
  'authorization',
  'code',
  'confirmation',
  'credential',
  'credentials',
  'jwt',
  'key',
  'otp',
  'passwd',
  'password',
  'passwort',
  'pin',
  'secret',
  'session',
  'sig',
  'signature',
  'token',
]);
// The same for names without separated words: `accesstoken`.
const SECRET_ENDING = /(apikey|confirmation|jwt|password|passwort|secret|signature|token)$/;

// In paths `auth` and `session` are folders, not secrets. `/l/…` and `/api/links/…` are links of mails.
const SECRET_FOLDER = /^(code|confirmation|jwt|l|links|password|secret|signature|token)$/i;

// Recognised by their form anywhere: JSON Web Tokens, secrets and tokens of portals, random bytes.
const SECRET_SHAPES = [
  // From the beginning of its letters, so that no letter is examined twice.
  /(?<![\w-])(?=[\w-]*\beyJ[\w-]{5})[\w-]+\.[\w-]+\.[\w-]*/gi,
  /whsec_(?:[\w+/=-]|%(?:25)*(?:2B|2F|3D)){16,}/gi,
  /\bportal_[\w-]{30,}/gi,
  /(?<![\da-z])[\da-f]{32,}(?![\da-z])/gi,
  // 32 random bytes in base64url, as links of mails have them; no slug has capitals.
  /(?<![\w-])(?=[\w-]{0,42}[A-Z])(?=[\w-]{0,42}[a-z])[\w-]{43}(?![\w-])/g,
];

// An address within an address is encoded once or several times: `?next=%2Freset%3Fcode%3D…`.
const DELIMITERS = /([\s?&;,#"'<>()]|%(?:25)*(?:3F|26|23|3B))/i;
const SLASH = /(\/|%(?:25)*2F)/i;
const EQUALS = /=|%(?:25)*3D/i;
const JSON_PAIR = /"([\w-]{1,60})"(\s*:\s*)"((?:[^"\\]|\\.)*)"/g;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}

const isSecretName = (name: string): boolean => {
  // Twice: `%2574oken` is `%74oken` is `token`.
  const plain = decoded(decoded(name));
  const words = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => SECRET_WORDS.has(word) || SECRET_ENDING.test(word));
};

/** `name=value`, or a path in which a value follows its name: `/token/abc`; the value of a name may be such a path. */
function maskPart(part: string): string {
  // First, since what follows `/token/` may have an equals sign in it.
  const path = maskPath(part);
  const at = EQUALS.exec(path);
  if (!at) return path;
  const name = path.slice(0, at.index);
  const value = path.slice(at.index + at[0].length);
  return `${name}${at[0]}${isSecretName(name) && value !== '' ? MASK : maskPath(value)}`;
}

const maskPath = (path: string): string => {
  // Slashes are at the odd places.
  const parts = path.split(SLASH);
  const follows = (at: number): boolean => at % 2 === 0 && SECRET_FOLDER.test(decoded(parts[at - 2] ?? ''));
  return parts.map((part, at) => (part !== '' && follows(at) ? MASK : part)).join('');
};

/**
 * A log line without the secrets in addresses: values of parameters with secret names, in any spelling, and anything
 * that looks like a token. A log is read by more people, and kept longer, than a secret should be.
 */
export const maskSecrets = (line: string): string => {
  // First, since what looks like a token may have encoded slashes and equals signs in it.
  const shaped = SECRET_SHAPES.reduce((text, shape) => text.replace(shape, MASK), line);
  return shaped
    .replace(JSON_PAIR, (pair, name: string, colon: string) =>
      isSecretName(name) ? `"${name}"${colon}"${MASK}"` : pair,
    )
    .split(DELIMITERS)
    .map(maskPart)
    .join('');
};
