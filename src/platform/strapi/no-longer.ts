/**
 * Ends the start: Strapi is not what one of our files expects.
 *
 * @param file ours, to be looked at; docs/strapi.md has its row
 * @param sentence what is not so, without its end
 */
export const noLonger = (file: string, sentence: string): Error =>
  new Error(`${sentence} any more. Check ${file} and docs/strapi.md.`);
