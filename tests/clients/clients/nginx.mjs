import { addressOf, everyGet } from '../operations.mjs';
import { must, skipped } from '../lib.mjs';
import { findNginx, startNginx } from '../../support/nginx.ts';
import { hinted } from '../../support/nginx-hints.ts';

const READABLE =
  /^(businesses|offers|campaigns|advisory-contacts|organisations|press-notices|linked-portals|categories|districts|directory|city-profile)/;

/** deploy/nginx.conf with every hint of docs/operations.md: the same answers, and the second time from nginx. */
export async function check(city) {
  const binary = findNginx();
  if (!binary) return skipped('there is no nginx (apt-get install nginx-light)');
  const { operations } = await everyGet(city);
  const proxy = await startNginx(binary, city.url, hinted());
  try {
    const wrong = [];
    let hits = 0;
    for (const one of operations) {
      const address = addressOf(one);
      // A challenge is another one each time.
      if (address === undefined || one.token === undefined || address === '/api/challenge') continue;
      const headers = one.token ? { authorization: `Bearer ${one.token}` } : {};
      const ask = async (origin) => {
        const answer = await fetch(origin + address, { headers });
        return { status: answer.status, text: await answer.text(), cache: answer.headers.get('x-cache') };
      };
      const direct = await ask(city.url);
      const [first, second] = [await ask(proxy.url), await ask(proxy.url)];
      const same = (answer) =>
        answer.status === direct.status &&
        comparable(answer.text, city.url, proxy.url) === comparable(direct.text, city.url, proxy.url);
      if (!same(first) || !same(second))
        wrong.push(`${address}: ${direct.status}, and ${first.status} through nginx`);
      if (one.token && second.cache === 'HIT') wrong.push(`${address}: a private answer is cached`);
      const isReadable = READABLE.test(address.replace('/api/', '')) && direct.status === 200;
      if (isReadable && second.cache !== 'HIT') wrong.push(`${address}: asked twice, and ${second.cache}`);
      if (second.cache === 'HIT') hits += 1;
    }
    must(wrong.length === 0, wrong.join('\n'));
    must(hits > 10, `only ${hits} answers came from nginx`);
    return `${hits} answers from its cache`;
  } finally {
    await proxy.stop();
  }
}

/** What is of this moment, and the address asked at, differ rightly. */
const comparable = (text, ...origins) =>
  origins
    .reduce((left, origin) => left.replaceAll(origin, ''), text)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '')
    .replace(/expires=\d+&(amp;)?signature=[\w-]+/g, '');
