import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Page } from '#src/platform/pages/page';
import { pageAddress } from '#src/platform/pages/pages';
import { cityWords } from '../city';

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly url: string;
}

const Way = ({ title, text, link, url }: WayProps): ReactNode => (
  <li className="card">
    <h2>{title}</h2>
    <p>{text}</p>
    <p>
      <a href={url}>{link}</a>
    </p>
  </li>
);

/** What this installation is, and where it leads. */
export const startPage: Page = {
  name: 'start',
  paths: { de: '/', en: '/en' },
  reach: 'public',
  async show({ strapi, language }) {
    const words = CATALOGUES[language].pages.start;
    const { name, claim } = await cityWords(strapi, language);
    const lead = claim ?? words.lead;
    return {
      title: name === undefined ? words.titleWithoutCity : words.title.replace('{city}', () => name),
      lead,
      description: lead,
      body: (
        <ul className="cards">
          <Way {...words.ways.businesses} url={pageAddress(strapi, 'account', language)} />
          <Way {...words.ways.websites} url={`/docs?locale=${language}`} />
          <Way {...words.ways.editors} url={strapi.config.get<string>('admin.url', '/admin')} />
        </ul>
      ),
    };
  },
};
