/** Says that Strapi is no longer as a patch knows it. The panel goes on without; the tests do not. */
export const missing = (what: string, patch: string): void =>
  console.error(
    `Strapi has no ${what} any more. Check src/admin/strapi/patches/${patch}.ts and docs/strapi.md.`,
  );
