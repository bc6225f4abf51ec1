import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { nativeName } from '#src/languages/native-name';
import { idOf } from '#src/platform/pages/elements';
import type { PageView, RefusedForm } from '#src/platform/pages/page';
import type { Assets } from './assets';
import type { CityWords } from './city';

export interface LayoutProps {
  readonly language: Language;
  readonly view: PageView;
  readonly city: CityWords;
  readonly assets: Assets;
  /** The path of this page in each language. */
  readonly paths: Readonly<Record<Language, string>>;
  readonly start: string;
  /** Links at the bottom. */
  readonly footer: readonly { readonly label: string; readonly url: string }[];
  /** Scheme and host, if search engines may index it. */
  readonly indexedAt?: string;
  readonly refused?: RefusedForm | undefined;
}

/** What search engines are told: only of public pages, under one address for each language. */
function ForSearchEngines({ indexedAt, paths, language, view }: LayoutProps): ReactNode {
  if (indexedAt === undefined) return <meta name="robots" content="noindex" />;
  return (
    <>
      {view.description && <meta name="description" content={view.description} />}
      <link rel="canonical" href={`${indexedAt}${paths[language]}`} />
      {LANGUAGES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${indexedAt}${paths[other]}`} />
      ))}
    </>
  );
}

function Header({ language, city, paths, start }: LayoutProps): ReactNode {
  const words = CATALOGUES[language].pages;
  return (
    <header className="band">
      <div className="inside">
        <a className="city" href={start}>
          <strong>{city.name ?? words.noCity}</strong>
          {city.name && <span>{words.noCity}</span>}
        </a>
        <nav aria-label={words.languages}>
          {LANGUAGES.map((other) =>
            other === language ? null : (
              <a key={other} href={paths[other]} hrefLang={other} lang={other}>
                {nativeName(other)}
              </a>
            ),
          )}
        </nav>
      </div>
    </header>
  );
}

function Problems({ refused, language }: { refused: RefusedForm; language: Language }): ReactNode {
  return (
    <div className="problems" role="alert">
      <h2>{CATALOGUES[language].pages.problems}</h2>
      <ul>
        {refused.problems.map(({ field, message }, at) => (
          <li key={at}>
            {field === undefined ? message : <a href={`#${idOf(refused.form, field)}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Footer({ language, footer }: LayoutProps): ReactNode {
  return (
    <footer className="band">
      <nav className="inside" aria-label={CATALOGUES[language].pages.about}>
        <ul>
          {footer.map(({ label, url }) => (
            <li key={url}>
              <a href={url}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}

/** A whole page. Nothing in it is inline or from elsewhere, as its content security policy demands. */
export function Layout(props: LayoutProps): ReactNode {
  const { language, view, city, assets, refused } = props;
  const words = CATALOGUES[language].pages;
  const title = refused ? words.problemTitle.replace('{title}', () => view.title) : view.title;
  const site = city.name ?? words.noCity;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title.includes(site) ? title : `${title} · ${site}`}</title>
        <ForSearchEngines {...props} />
        <link rel="icon" href="/favicon.png" />
        <link rel="stylesheet" href={assets.css} />
        <script src={assets.js} defer />
      </head>
      <body>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <Header {...props} />
        <main id="content" tabIndex={-1}>
          {refused && <Problems refused={refused} language={language} />}
          <h1>{view.title}</h1>
          {view.lead && <p className="lead">{view.lead}</p>}
          {view.body}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}
