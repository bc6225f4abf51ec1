const OWN_NAME = 'Stadtverbund';

/** Strapi appends its own name to every page title and offers no setting for it. */
export function showOwnTitle(page: Document): void {
  const rename = (): void => {
    const title = page.title.replace(/\bStrapi( Admin)?$/, OWN_NAME);
    if (title !== page.title) page.title = title;
  };
  rename();
  new MutationObserver(rename).observe(page.head, { childList: true, subtree: true, characterData: true });
}
