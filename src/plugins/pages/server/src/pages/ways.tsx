import type { Core } from '@strapi/strapi';
import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { pageAddress } from '#src/platform/pages/pages';

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly url: string;
}

const Way = ({ title, text, link, url }: WayProps): ReactNode => (
  <li className="card">
    <h3>{title}</h3>
    <p>{text}</p>
    <p>
      <a href={url}>{link}</a>
    </p>
  </li>
);

/** Where this installation leads those who work with it. */
export function Ways({ strapi, language }: { strapi: Core.Strapi; language: Language }): ReactNode {
  const { ways } = CATALOGUES[language].pages.start;
  return (
    <ul className="cards">
      <Way {...ways.businesses} url={pageAddress(strapi, 'my-business', language)} />
      <Way {...ways.websites} url={`/docs?locale=${language}`} />
      <Way {...ways.editors} url={strapi.config.get<string>('admin.url', '/admin')} />
    </ul>
  );
}
