import { domainToUnicode } from 'node:url';
import { parseUrl } from './parse-url';

const LABEL = /^[a-z\d_-]{1,63}$/;
// RFC 3696, 2: a top-level domain is not all digits; all that exist are letters, or begin with xn--.
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z\d-]{2,59})$/;

// `URL` of Node 24 no longer looks into labels that are ASCII already; what does not decode stays as it is.
const decodes = (label: string): boolean =>
  !label.startsWith('xn--') || !/^(?:xn--|$)/.test(domainToUnicode(label));

/** @param host as `URL` gives it: ASCII, in lower case */
export const isPublicHost = (host: string): boolean => {
  const labels = host.replace(/\.$/, '').split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label) && decodes(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '')
  );
};

/**
 * A host name with a top-level domain as the net knows it: in lower case, umlauts and other letters beyond ASCII as
 * A-labels (RFC 5890, 2.3.2.1; by UTS 46, as browsers do it). `undefined` for anything else.
 */
export const asciiHost = (name: string): string | undefined => {
  const host = parseUrl(`http://${name}`)?.hostname;
  return host !== undefined && isPublicHost(host) ? host : undefined;
};
