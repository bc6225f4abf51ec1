import type { ReactNode } from 'react';
import { shorten } from '#src/domain/shorten';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { nativeName } from '#src/languages/native-name';
import { inOrderOfFields, problemInSummary } from '#src/platform/pages/problem-said';
import { idOf } from '#src/platform/pages/elements';
import type { PageApp, PageView, Problem, RefusedForm } from '#src/platform/pages/page';
import type { Assets } from './assets';
import type { CityWords } from './city';
import { queryOf } from './domain/colours';
import { Picture } from './listing/picture';

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface LayoutProps {
  readonly language: Language;
  readonly view: PageView;
  readonly city: CityWords;
  readonly assets: Assets;
  /** Scheme and host of this installation, as its answers name it. */
  readonly own: string;
  /** The path of this page in each language. */
  readonly paths: Readonly<Record<Language, string>>;
  readonly start: string;
  /** Links at the bottom. */
  readonly footer: readonly Link[];
  /** Links at the top. */
  readonly menu?: readonly Link[];
  /** Scheme and host, if search engines may index it. */
  readonly indexedAt?: string;
  readonly refused?: RefusedForm | undefined;
  /** What its forms call their fields, by the ids of their inputs. */
  readonly labels?: ReadonlyMap<string, string>;
}

// What search engines show of a description, and what those who share a page see of its title.
const LONGEST_DESCRIPTION = 300;
const LONGEST_SHARED_TITLE = 120;

const descriptionOf = ({ description }: PageView): string | undefined =>
  description && shorten(description, LONGEST_DESCRIPTION);

/** What search engines are told: only of public pages, under one address for each language. */
function ForSearchEngines({ indexedAt, paths, language, view }: LayoutProps): ReactNode {
  if (indexedAt === undefined || view.unlisted) return <meta name="robots" content="noindex" />;
  const search = view.search ?? '';
  const description = descriptionOf(view);
  return (
    <>
      {description && <meta name="description" content={description} />}
      <link rel="canonical" href={`${indexedAt}${paths[language]}${search}`} />
      {LANGUAGES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={`${indexedAt}${paths[other]}${search}`} />
      ))}
    </>
  );
}

/** What is shown where somebody shares the page (Open Graph). */
function ForSharing({ indexedAt, paths, language, view, city }: LayoutProps): ReactNode {
  if (indexedAt === undefined || view.unlisted) return null;
  const { picture, type = 'website' } = view.sharing ?? {};
  const site = city.name ?? CATALOGUES[language].pages.noCity;
  const facts: readonly (readonly [property: string, content: string | undefined])[] = [
    ['og:type', type],
    ['og:title', shorten(view.title, LONGEST_SHARED_TITLE)],
    ['og:description', descriptionOf(view)],
    ['og:url', `${indexedAt}${paths[language]}${view.search ?? ''}`],
    ['og:site_name', site],
    ['og:locale', CATALOGUES[language].dates.replace('-', '_')],
    ['og:image', picture],
  ];
  return facts.map(
    ([property, content]) => content && <meta key={property} property={property} content={content} />,
  );
}

/** What a device needs to have it as an app. */
const ForInstalling = ({ manifest, icon, colour }: PageApp): ReactNode => (
  <>
    <link rel="manifest" href={manifest} />
    <link rel="apple-touch-icon" href={icon} />
    <meta name="theme-color" content={colour} />
  </>
);

// A script of data, which no browser runs; `<` in it could end it.
const Linked = ({ jsonLd }: { jsonLd: string }): ReactNode => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: jsonLd.replaceAll('<', '\\u003c') }}
  />
);

// What small windows show on demand, without a script; React 18 has no types for it.
const MENU: object = { id: 'menu', popover: '' };
// Opens it, and closes it again.
const TURNS_MENU: object = { popovertarget: 'menu' };

function Header({ language, city, paths, start, menu = [], view }: LayoutProps): ReactNode {
  const words = CATALOGUES[language].pages;
  return (
    <header className="band">
      <div className="inside">
        <a className="city" href={start}>
          {city.logo && (
            <Picture picture={city.logo} name="" language={language} sizes="8rem" isFirst isDecoration />
          )}
          <strong>{city.name ?? words.noCity}</strong>
          {city.name && <span>{words.noCity}</span>}
        </a>
        {menu.length > 0 && (
          <button type="button" className="menu-button" {...TURNS_MENU}>
            {CATALOGUES[language].cityPages.menuButton}
          </button>
        )}
        {menu.length > 0 && (
          <nav className="menu" {...MENU} aria-label={CATALOGUES[language].cityPages.menu}>
            <ul>
              {menu.map(({ label, url }) => (
                <li key={url}>
                  <a href={url} aria-current={url === paths[language] ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
            <button type="button" className="menu-close" {...TURNS_MENU}>
              {CATALOGUES[language].cityPages.menuClose}
            </button>
          </nav>
        )}
        {!view.inOneLanguage && (
          <nav className="languages" aria-label={words.languages}>
            {LANGUAGES.map((other) =>
              other === language ? null : (
                <a
                  key={other}
                  href={`${paths[other]}${view.searchElsewhere ?? view.search ?? ''}`}
                  hrefLang={other}
                  lang={other}
                >
                  {nativeName(other)}
                </a>
              ),
            )}
          </nav>
        )}
      </div>
    </header>
  );
}

/** What a page is about: in the city's colour, if it is the one thing that one comes for. */
function Heading({ view: { title, lead, kind, mark, hero, textLanguage } }: { view: PageView }): ReactNode {
  // What is of a kind was named by others, in any script; our own words run as the language of the page does.
  const dir = kind === undefined ? undefined : 'auto';
  const heading = (
    <>
      {kind && <p className="kind">{kind}</p>}
      <h1 lang={textLanguage} dir={dir}>
        {title}
      </h1>
      {lead && (
        <p className="lead" lang={textLanguage} dir={dir}>
          {lead}
        </p>
      )}
    </>
  );
  if (hero)
    return (
      <div className="hero">
        <div className="inside">
          {heading}
          {hero}
        </div>
      </div>
    );
  if (!mark) return heading;
  return (
    <div className="heading">
      {mark}
      <div>{heading}</div>
    </div>
  );
}

interface NamedProps {
  readonly problem: Problem;
  readonly form: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly language: Language;
}

function Named({ problem, form, labels, language }: NamedProps): ReactNode {
  if (problem.field === undefined) return problem.message;
  const id = idOf(form, problem.field);
  return <a href={`#${id}`}>{problemInSummary(problem, labels.get(id), language)}</a>;
}

interface ProblemsProps extends Pick<LayoutProps, 'language' | 'labels'> {
  readonly refused: RefusedForm;
}

/** What is wrong, with links to the fields. It has the focus, so that it is read first, also without a script. */
function Problems({ refused, language, labels = new Map() }: ProblemsProps): ReactNode {
  const words = CATALOGUES[language].pages;
  // What is about no field, such as too many attempts, is not mended by checking them.
  const isAboutFields = refused.problems.some(({ field }) => field !== undefined);
  const { form } = refused;
  const ids = [...labels.keys()];
  return (
    <div className="problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{isAboutFields ? words.problems : words.refused}</h2>
      <ul>
        {inOrderOfFields(refused.problems, (field) => ids.indexOf(idOf(form, field))).map((problem, at) => (
          <li key={at}>
            <Named problem={problem} form={form} labels={labels} language={language} />
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
  const { language, view, city, assets, own, refused, labels } = props;
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
        <ForSharing {...props} />
        {view.jsonLd && <Linked jsonLd={view.jsonLd} />}
        <link rel="icon" href="/favicon.png" />
        <link rel="stylesheet" href={`${assets.css}${queryOf(city.colours)}`} />
        {view.app && <ForInstalling {...view.app} />}
        {view.app && <link rel="stylesheet" href={view.app.style} />}
        <script type="module" src={assets.js} />
        {view.app && <script type="module" src={view.app.script} />}
      </head>
      <body data-own={own}>
        <a className="skip" href="#content">
          {words.skip}
        </a>
        <Header {...props} />
        <main id="content" tabIndex={-1}>
          {refused && <Problems {...{ refused, language, labels }} />}
          {view.notice && <p className="notice preview">{view.notice}</p>}
          {view.app ? (
            <div id="app" data-settings={view.app.settings}>
              <Heading view={view} />
              {view.body}
            </div>
          ) : (
            <>
              <Heading view={view} />
              {view.body}
            </>
          )}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}
