import { useCallback, type ReactNode, type SyntheticEvent } from 'react';
import { useApp, type App } from '../app-context';
import { timeIn } from '../domain/days';
import { isNotThere } from '../domain/refusal';
import { useLoaded } from '../loaded';
import { Act, PlaceLink, WhenLoaded } from '../parts';

interface Shown {
  /** The whole address. */
  readonly url: string;
  readonly endsAt: string;
  /** Whether this page may frame it: it is of the same host. */
  readonly isHere: boolean;
}

/** The page of a draft in the reader's language, or else in the one that it has. */
async function shownOf(
  { city, settings }: Pick<App, 'city' | 'settings'>,
  collection: string,
  id: string,
): Promise<Shown> {
  const ask = (locale: string) => city.mine.preview(collection, id, { locale });
  const { url, endsAt } = await ask(settings.language).catch((error: unknown) => {
    if (!isNotThere(error)) throw error;
    return ask(settings.language === 'de' ? 'en' : 'de');
  });
  const whole = new URL(url, city.connection.url);
  return { url: whole.href, endsAt, isHere: whole.origin === window.location.origin };
}

/** The frame shows this page only, and runs no script: links open in windows of their own. */
function openLinksOutside({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void {
  const links = currentTarget.contentDocument?.querySelectorAll<HTMLAnchorElement>('a[href]') ?? [];
  for (const link of links) if (!link.getAttribute('href')?.startsWith('#')) link.target = '_blank';
}

/** A saved draft as the public would see it: the city's own page. */
export function Preview({ collection, id }: { readonly collection: string; readonly id: string }): ReactNode {
  const { words, city, settings } = useApp();
  const load = useCallback(
    () => shownOf({ city, settings }, collection, id),
    [city, settings, collection, id],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <>
      <h1 tabIndex={-1}>{words.preview.title}</h1>
      <p className="lead">{words.preview.lead}</p>
      <WhenLoaded loaded={loaded} reload={reload}>
        {({ url, endsAt, isHere }) => (
          <>
            <p className="row">
              <PlaceLink to={{ name: 'edit', collection, id }} className="button">
                {words.preview.change}
              </PlaceLink>
              <a className="button plain" href={url} target="_blank" rel="noopener noreferrer">
                {words.preview.tab}
              </a>
              {isHere && <Act label={words.preview.again} kind="plain" onAct={() => void reload()} />}
            </p>
            {isHere && (
              <iframe
                key={url}
                className="preview-frame wide"
                title={words.preview.frame}
                src={url}
                sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
                onLoad={openLinksOutside}
              />
            )}
            <p className="hint">{words.preview.until(timeIn(endsAt, words.dates))}</p>
          </>
        )}
      </WhenLoaded>
    </>
  );
}
