import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { listingTypes } from '#src/listing/listing-types';
import type { Page } from '#src/platform/pages/page';
import { ORDERS, POINTS, SORTS, sortOfList } from '#src/plugins/directory/server/src/contract';
import { titleOf } from '../lists/list-page';
import { Part } from './reaching';

type Words = (typeof CATALOGUES)[Language]['lawPages']['sorting'];

const pointsIn = (words: Words): Readonly<Record<keyof typeof POINTS, string>> => {
  const { text2: text, ...where } = words.points;
  return { ...where, text };
};

function Points({ words }: { words: Words }): ReactNode {
  const where = pointsIn(words);
  return (
    <Part title={words.points.title}>
      <p>{words.points.text}</p>
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">{words.points.where}</th>
            <th scope="col">{words.points.howMany}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(POINTS) as (keyof typeof POINTS)[]).map((name) => (
            <tr key={name}>
              <th scope="row">{where[name]}</th>
              <td>{POINTS[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.points.about}</p>
    </Part>
  );
}

/** What the order of listings depends on (UWG, § 5b (2)), made of the lists by which the directory sorts. */
export const sortingPage: Page = {
  name: 'sorting',
  paths: { de: '/wie-wir-sortieren', en: '/en/how-we-sort' },
  reach: 'public',
  show({ strapi, language }) {
    const words = CATALOGUES[language].lawPages.sorting;
    const types = [...listingTypes(strapi).directory.values()].filter(({ page }) => page !== undefined);
    return {
      title: words.title,
      lead: words.lead,
      description: words.description,
      body: (
        <>
          {SORTS.map((sort) => (
            <Part key={sort} title={words.orders[sort]}>
              {sort === SORTS[0] && <p>{words.then}</p>}
              <ol>
                {ORDERS[sort].map((criterion) => (
                  <li key={criterion}>{words.criteria[criterion]}</li>
                ))}
              </ol>
            </Part>
          ))}
          <Points words={words} />
          <Part title={words.lists.title}>
            <ul>
              <li>{words.lists.home}</li>
              {types.map((type) => (
                <li key={type.type}>
                  {words.lists.of(titleOf(type, language), words.lists.short[sortOfList(type)])}
                </li>
              ))}
            </ul>
            <p>{words.filters}</p>
          </Part>
          <Part title={words.not.title}>
            <ul>
              {words.not.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <p>{words.open}</p>
          </Part>
        </>
      ),
    };
  },
};
