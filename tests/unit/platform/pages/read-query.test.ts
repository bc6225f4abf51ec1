import { readQuery } from '#src/platform/pages/domain/read-query';

test.each([
  ['nothing', '', ''],
  ['what is known, as it was written', 'q=a+b%20c&x=1&sort=name', '?q=a+b%20c&sort=name'],
  ['nothing of what is malformed', 'utm=50%off&%=1&q=1', '?q=1'],
  ['a known one that is malformed', 'q=50%off', '?q=50%off'],
  ['no list or object of a known one', 'q[]=1&q[a]=1', ''],
  ['a known name that is encoded', '%71=1', '?%71=1'],
  ['each of several', 'q=1&q=2', '?q=1&q=2'],
  ['no name that every object has', '__proto__=1&constructor=1', ''],
])('of a query a page reads %s', (_what, query, read) => {
  expect(readQuery(query, ['q', 'sort'])).toBe(read);
});
