import { knownCity } from '#src/city/known-city';
import { languageFor } from '#src/languages/language';
import { ANYWHERE } from '#src/domain/opening-rule';
import { understandHours } from '#src/opening-hours/understand-hours';
import { refusedParameter } from '#src/platform/refusals/refusal';
import type { Endpoint } from '../contract';
import { readQuery } from './read-query';
import { JSON_TYPE } from './search-endpoint';

const TEXT = 'text';

/** `GET /api/directory/opening-hours?text=`: the rule that hours mean as people write them, or what is unclear about it. */
export const openingHoursEndpoint: Endpoint = {
  path: /^\/api\/directory\/opening-hours\/?$/,
  async answer(strapi, request, now) {
    const [text = '', more] = request.query.getAll(TEXT);
    if (more !== undefined) throw refusedParameter('parameter-repeated', TEXT, {});
    const others = new URLSearchParams(request.query);
    others.delete(TEXT);
    const { query } = await readQuery(strapi, others, [TEXT, 'locale'], now);
    const { city = ANYWHERE } = await knownCity(strapi);
    const data = understandHours(text, city, languageFor(query.locale));
    return {
      status: 200,
      headers: JSON_TYPE,
      body: JSON.stringify({ data }),
      expiresAt: null,
      language: query.locale,
    };
  },
};
