import {
  eventsQuery,
  LONGEST_WAIT_SECONDS,
  MOST_EVENTS,
} from '#src/plugins/portal-feed/server/src/validation/feed-queries';
import { queryParameters } from '#src/reading/openapi/described-paths';

it('parameters are described as they are parsed: a text that is a number is one', () => {
  const described = queryParameters(eventsQuery);
  expect(described.map(({ name }) => name)).toEqual(Object.keys(eventsQuery.shape));
  expect(described.map(({ name, schema }) => [name, schema])).toEqual(
    expect.arrayContaining([
      ['after', { type: 'string', maxLength: 1_000 }],
      ['limit', { type: 'integer', minimum: 1, maximum: MOST_EVENTS, default: 100 }],
      ['wait', { type: 'integer', minimum: 0, maximum: LONGEST_WAIT_SECONDS, default: 0 }],
    ]),
  );
});

it.each(queryParameters(eventsQuery))(
  '$name says what it is and may be left out',
  ({ description, required }) => {
    expect(description).not.toBe('');
    expect(required).toBe(false);
  },
);
