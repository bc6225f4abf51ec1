type Texts = Readonly<Record<string, string>>;

/** A plugin's `registerTrads`: its texts in each language that there are texts for, under `plugin.`. */
export const registerTexts =
  (plugin: string, texts: Readonly<Record<string, Texts>>) =>
  ({ locales }: { locales: string[] }): { locale: string; data: Record<string, string> }[] =>
    locales.map((locale) => ({
      locale,
      data: Object.fromEntries(
        Object.entries(texts[locale] ?? {}).map(([id, text]) => [`${plugin}.${id}`, text]),
      ),
    }));
