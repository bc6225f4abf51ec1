import { parseUrl } from './parse-url';

// Where Strapi's local provider serves what was uploaded here.
const UPLOADS = '/uploads/';

/**
 * The path of a picture in a text, if it was uploaded to this installation; `undefined` for any other. Editors choose
 * pictures from the media library, and Strapi stores their whole address. Through another interface any address may be
 * stored, and a page that shows a picture from elsewhere tells that host who reads it.
 * @param address as stored
 * @param base any address of this installation
 */
export function ownPicture(address: string | undefined, base: string): string | undefined {
  const [picture, here] = [address === undefined ? undefined : parseUrl(address, base), parseUrl(base)];
  const isOurs = picture?.origin === here?.origin && picture?.pathname.startsWith(UPLOADS);
  return picture && isOurs ? `${picture.pathname}${picture.search}` : undefined;
}
