/**
 * The website that shows drafts, which the panel has to let into a frame: the origin of `PREVIEW_URL`.
 * @returns `undefined` where there are no previews
 * @throws Error if it is no address
 */
export function previewOrigin(template = process.env.PREVIEW_URL): string | undefined {
  if (!template) return undefined;
  try {
    return new URL(template).origin;
  } catch (cause) {
    throw new Error(
      'PREVIEW_URL is no address. Set it to one such as https://www.example.de/vorschau/{type}/{documentId}?locale={locale}&token={token}.',
      { cause },
    );
  }
}
