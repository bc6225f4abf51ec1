import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath } from '#src/listing/listing-url';
import { Notice, Paragraphs } from '#src/platform/pages/elements';
import { hasPage, pageAddress } from '#src/platform/pages/pages';
import type { ListingShown } from '#src/plugins/directory/server/src/contract';
import { creditSaid } from '#src/map/domain/credit-said';
import { searchOf } from '../domain/search-link';
import { MapElement } from '../map/map-element';
import type { PageMap } from '../map/map-element';
import { contactLines, Lines } from './contact';
import { Blocks } from './blocks';
import { glanceLines, OfBusiness, type Reader } from './glance';
import { Hours, OpenState } from './hours';
import { Picture } from './picture';
import { QuickActions } from './quick-actions';
import { many, number, one, text, webAddress, type Entry } from './read-facts';
import { dayOf, moneyOf, periodOf, priceOf } from './words-of-facts';

// Metres: a few minutes on foot.
const AROUND = '500';

// Attributes of text, in the order in which they are read.
const PROSE = ['description', 'story'];

const nameOf = (language: Language, reader: Language): string =>
  new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language;

const paragraphs = (value: string): string[] => value.split(/\n{2,}/);

function Prose({ facts, reader, url }: { facts: Entry; reader: Reader; url: string }): ReactNode {
  const { language, textLanguage } = reader;
  const words = CATALOGUES[language].cityPages.listing;
  const texts = PROSE.flatMap((name) => text(facts, name) ?? []);
  const blocks = many(facts, 'body').length > 0;
  if (texts.length === 0 && !blocks) return null;
  return (
    <section className="section">
      {/* An article needs no heading to be seen, and its own are below it. */}
      <h2 className={blocks ? 'visually-hidden' : undefined}>{words.about}</h2>
      {textLanguage && <p className="hint">{words.otherLanguage(nameOf(textLanguage, language))}</p>}
      <div lang={textLanguage} dir="auto">
        {texts.map((one, at) => (
          <Paragraphs key={at} text={paragraphs(one)} />
        ))}
        {blocks && <Blocks entry={facts} name="body" page={url} />}
      </div>
    </section>
  );
}

function Photos({ shown, language }: { shown: ListingShown; language: Reader['language'] }): ReactNode {
  const { facts, name } = shown;
  const image = one(facts, 'image');
  const pictures = [...(image ? [image] : []), ...many(facts, 'photos')];
  if (pictures.length === 0) return null;
  return (
    <div className={pictures.length === 1 ? 'photos single' : 'photos'}>
      {pictures.map((picture, at) => (
        <Picture
          key={at}
          {...{ picture, name, language }}
          sizes={at === 0 ? '(min-width: 64rem) 60rem, 100vw' : '(min-width: 48rem) 20rem, 50vw'}
          isFirst={at === 0}
          withCaption
        />
      ))}
    </div>
  );
}

function Rewards({ facts, reader }: { facts: Entry; reader: Reader }): ReactNode {
  const { language } = reader;
  const words = CATALOGUES[language].cityPages.listing;
  const rewards = many(facts, 'rewards');
  const currency = facts.currency;
  if (rewards.length === 0) return null;
  return (
    <section className="section">
      <h2>{words.rewards}</h2>
      <ul className="cards">
        {rewards.map((reward, at) => {
          const price = moneyOf({ ...reward, currency }, 'minimumAmount', language);
          return (
            <li key={at} className="card">
              <h3>{text(reward, 'title')}</h3>
              <Paragraphs text={paragraphs(text(reward, 'description') ?? '').filter(Boolean)} />
              <p className="line">
                {[price && words.rewardFrom(price), number(reward, 'quantity') === 0 && words.soldOut]
                  .filter(Boolean)
                  .join(', ')}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What belongs to a business: its offers and campaigns, by type. */
function Belongings({ shown, reader }: { shown: ListingShown; reader: Reader }): ReactNode {
  const { strapi, language, timeZone } = reader;
  const { types, listing } = CATALOGUES[language].cityPages;
  const groups = [...listingTypes(strapi).directory.values()].filter(
    ({ business }) => business !== undefined,
  );
  return groups.map((type) => {
    const entries = many(shown.facts, type.collection);
    const pages = listingsPath(type, language);
    if (entries.length === 0) return null;
    return (
      <section key={type.type} className="section">
        <h2>{types[type.type]?.title ?? type.collection}</h2>
        <ul className="cards">
          {entries.map((entry) => {
            const slug = text(entry, 'slug') ?? '';
            const goal = moneyOf(entry, 'goal', language);
            const when =
              periodOf(entry, ['validFrom', 'validThrough'], timeZone, language) ??
              periodOf(entry, ['startsAt', 'endsAt'], timeZone, language);
            return (
              <li key={slug} className="card">
                <h3>
                  {pages ? <a href={`${pages}/${slug}`}>{text(entry, 'name')}</a> : text(entry, 'name')}
                </h3>
                <p className="line">
                  {[goal === undefined ? priceOf(entry, language) : listing.goalOf(goal), when]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

function Files({ facts, reader }: { facts: Entry; reader: Reader }): ReactNode {
  const files = many(facts, 'attachments').flatMap((file) => {
    const url = text(file, 'url');
    return url ? [{ url, name: text(file, 'name') ?? text(file, 'caption') ?? url.split('/').at(-1) }] : [];
  });
  if (files.length === 0) return null;
  return (
    <section className="section">
      <h2>{CATALOGUES[reader.language].cityPages.listing.files}</h2>
      <ul>
        {files.map(({ url, name }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where whose business it is says so, in "Mein Betrieb". */
const claimAddress = (documentId: string, { strapi, language }: Reader): string =>
  [
    pageAddress(strapi, 'my-business', language),
    CATALOGUES[language].pages.myBusiness.claim,
    encodeURIComponent(documentId),
  ].join('/');

/** What is wrong with it, and whose it is. */
function Actions({ shown, reader, url }: { shown: ListingShown; reader: Reader; url: string }): ReactNode {
  const { strapi, language } = reader;
  const words = CATALOGUES[language].cityPages.listing;
  const isBusiness = listingTypes(strapi).all.get(shown.uid)?.isBusiness === true;
  const links = [
    // Where anybody may report, with the address filled in.
    ...(hasPage(strapi, 'report')
      ? [
          {
            url: `${pageAddress(strapi, 'report', language)}?url=${encodeURIComponent(url)}`,
            label: words.report,
          },
        ]
      : []),
    ...(isBusiness ? [{ url: claimAddress(shown.documentId, reader), label: words.claim }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <nav className="actions" aria-label={words.more}>
      <ul>
        {links.map((link) => (
          <li key={link.label}>
            <a href={link.url}>{link.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What it costs or asks for, and until when. */
function Headline({ facts, reader }: { facts: Entry; reader: Reader }): ReactNode {
  const { language, timeZone } = reader;
  const words = CATALOGUES[language].cityPages.listing;
  const goal = moneyOf(facts, 'goal', language);
  const sum = goal === undefined ? priceOf(facts, language) : words.goalOf(goal);
  const state = text(facts, 'state');
  const period =
    periodOf(facts, ['validFrom', 'validThrough'], timeZone, language) ??
    periodOf(facts, ['startsAt', 'endsAt'], timeZone, language);
  if (sum === undefined && period === undefined) return null;
  const when = [state && (words.states[state] ?? state), period].filter(Boolean).join(' · ');
  return (
    <p className="headline">
      {sum !== undefined && <strong>{sum}</strong>} {when !== '' && <span>{when}</span>}
    </p>
  );
}

/** Whom to believe: who has said it, and when the business said that it is so. */
function Source({ facts, reader }: { facts: Entry; reader: Reader }): ReactNode {
  const { language, timeZone } = reader;
  const source = one(facts, 'attribution');
  const [said, licence] = [text(source, 'text'), webAddress(source, 'licenceUrl')];
  const confirmed = text(facts, 'lastConfirmedAt');
  const words = CATALOGUES[language].cityPages.listing;
  return (
    <>
      {confirmed && <p className="source">{words.confirmed(dayOf(confirmed, timeZone, language))}</p>}
      {said && (
        <p className="source">
          {words.source}: {creditSaid(said, CATALOGUES[language].cityPages.credits)}
          {licence && (
            <>
              {' '}
              (<a href={licence}>{words.licence}</a>)
            </>
          )}
        </p>
      )}
    </>
  );
}

interface BodyProps {
  readonly shown: ListingShown;
  readonly reader: Reader;
  /** The page's whole address. */
  readonly url: string;
  readonly ground: PageMap;
}

/** Where it is, and the way to what is around it. */
function Whereabouts({ shown, reader, ground }: Omit<BodyProps, 'url'>): ReactNode {
  const { language, strapi } = reader;
  const point = one(shown.facts, 'location');
  const [latitude, longitude] = [number(point, 'latitude'), number(point, 'longitude')];
  if (latitude === undefined || longitude === undefined) return null;
  const { map: words } = CATALOGUES[language].cityPages;
  const around = searchOf(
    new Map([
      ['near', `${latitude.toFixed(5)},${longitude.toFixed(5)}`],
      ['radius', AROUND],
    ]),
  );
  return (
    <section className="section" aria-labelledby="where">
      <h2 id="where">{words.where}</h2>
      <div className="map-part">
        <MapElement
          {...{ ground, language }}
          title={words.whereIs(shown.name)}
          place={{ latitude, longitude }}
        />
      </div>
      <p>
        <a href={`${pageAddress(strapi, 'map', language)}${around}`}>{words.around}</a>
      </p>
    </section>
  );
}

/** A listing of any type: what is known of it in the order in which one asks. */
export function ListingBody({ shown, reader, url, ground }: BodyProps): ReactNode {
  const { facts, hours } = shown;
  const { language } = reader;
  const words = CATALOGUES[language].cityPages.listing;
  const warning = text(facts, 'archiveWarning');
  const [first] = hours;
  // One supports at any hour, and the hours are those of the business.
  const asksForSupport = facts.goal !== undefined;
  const ofBusiness = listingTypes(reader.strapi).all.get(shown.uid)?.business !== undefined;
  const contact = contactLines(facts, language);
  const glance = glanceLines(shown, reader);
  return (
    <>
      {warning && <Notice kind="note">{warning}</Notice>}
      <OfBusiness shown={shown} reader={reader} />
      {first && !asksForSupport && (
        <p className="now">
          <OpenState openNow={first.openNow} text={first.state} />
        </p>
      )}
      <Headline facts={facts} reader={reader} />
      <QuickActions {...{ shown, reader, url }} />
      <Photos shown={shown} language={language} />
      <div className="columns">
        <div>
          <Prose facts={facts} reader={reader} url={url} />
          <Rewards facts={facts} reader={reader} />
          <Hours hours={hours} language={language} areOfAnother={ofBusiness} />
          <Belongings shown={shown} reader={reader} />
          <Files facts={facts} reader={reader} />
        </div>
        <div>
          {contact.length > 0 && (
            <section className="section">
              <h2>{words.contact}</h2>
              <Lines lines={contact} />
            </section>
          )}
          <Whereabouts {...{ shown, reader, ground }} />
          {glance.length > 0 && (
            <section className="section">
              <h2>{words.facts}</h2>
              <Lines lines={glance} />
            </section>
          )}
          <Actions shown={shown} reader={reader} url={url} />
          <Source facts={facts} reader={reader} />
        </div>
      </div>
    </>
  );
}
