/** The part of the window that is used. */
export interface PanelPage {
  fetch: typeof fetch;
  readonly document: { readonly documentElement: { readonly lang: string } };
  readonly location: { readonly href: string; readonly origin: string };
  /** Strapi's own global, which holds the address of its server. */
  readonly strapi?: object;
}

/**
 * Sends the language chosen for the panel as `Accept-Language` with every request to the server, since the browser's
 * own may differ. Strapi stores the choice in `<html lang>`.
 */
export function speakPanelLanguage(page: PanelPage): void {
  const ask = page.fetch.bind(page);
  page.fetch = (input, init) => {
    const language = page.document.documentElement.lang;
    const asked = input instanceof Request ? input : undefined;
    const { origin } = new URL(input instanceof Request ? input.url : input, page.location.href);
    const isOurs = origin === page.location.origin || origin === serverOf(page);
    if (!isOurs || !language) return ask(input, init);
    const headers = new Headers(init?.headers ?? asked?.headers);
    headers.set('Accept-Language', language);
    return ask(input, { ...init, headers });
  };
}

const serverOf = ({ strapi, location }: PanelPage): string =>
  new URL((strapi as { backendURL?: string } | undefined)?.backendURL || '/', location.href).origin;
