/** The available formats of a listing, by the extension in its address. */
export const FORMS = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  vcf: 'text/vcard',
} as const;
export type Form = keyof typeof FORMS;

const MAX_RANGES = 30;

interface Range {
  readonly type: string;
  readonly q: number;
}

const rangesOf = (accept: string): Range[] =>
  accept
    .split(',')
    .slice(0, MAX_RANGES)
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, q: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ type }) => type !== '');

/** The weight of a form, from the most specific range that covers it (RFC 9110, 12.5.1). */
function weight(form: Form, ranges: readonly Range[]): number {
  const type: string = FORMS[form];
  const covering = [type, `${type.split('/')[0]}/*`, '*/*'];
  for (const cover of covering) {
    const range = ranges.find((one) => one.type === cover);
    if (range) return range.q;
  }
  return 0;
}

/**
 * The form a client prefers; of equal ones the first in `FORMS`. A browser, which lists HTML first, gets JSON.
 * @returns `null` if it accepts none of them
 */
export function acceptedForm(accept: string | null | undefined): Form | null {
  if (accept == null || accept.trim() === '') return 'json';
  const ranges = rangesOf(accept);
  const weighed = (Object.keys(FORMS) as Form[]).map((form) => ({ form, q: weight(form, ranges) }));
  const best = weighed.reduce((first, one) => (one.q > first.q ? one : first));
  return best.q > 0 ? best.form : null;
}
