import { createServer, request as ask } from 'node:http';

const inBody = (path, damage) => ({ path, body: damage });

const NO_GET = {
  fault: 'GraphQL is not answered by GET',
  ...inBody(/^\/graphql\?/, () => '{"errors":[{"message":"Not by GET."}]}'),
  status: 400,
};

/** What goes wrong for each client: in an answer on its way, or in what is known of the city. */
export const FAULTS = {
  answers: {
    fault: 'totals are texts',
    ...inBody(/^\/api\/directory\/stats/, (text) => text.replace(/"total":(\d+)/g, '"total":"$1"')),
  },
  'openapi-typescript': {
    fault: 'a reference in the document leads nowhere',
    ...inBody(/^\/api\/openapi\.json/, (text) =>
      text.replace('"#/components/schemas/Refusal"', '"#/components/schemas/None"'),
    ),
  },
  orval: {
    fault: 'all operations have one id',
    ...inBody(/^\/api\/openapi\.json/, (text) =>
      text.replace(/"operationId":"[^"]*"/g, '"operationId":"same"'),
    ),
  },
  'graphql-codegen': {
    fault: 'the schema lacks a field that is there',
    ...inBody(/^\/api\/schema\.graphql/, (text) => text.replaceAll('directorySearch', 'otherSearch')),
  },
  'swagger-ui': {
    fault: 'an address is not the one that the document says',
    ...inBody(/^\/api\/openapi\.json/, (text) =>
      // The page has another address here, and may ask none but its own.
      text
        .replace(/"servers":\[[^\]]*\]/, '"servers":[{"url":"/"}]')
        .replace('"/api/directory/stats"', '"/api/directory/numbers"'),
    ),
  },
  nginx: {
    fault: 'public answers set a cookie',
    path: /^\/api\//,
    headers: { 'set-cookie': 'a=b' },
  },
  spreadsheet: {
    fault: 'coordinates with three decimals',
    ...inBody(/^\/api\/directory\/listings\.csv/, (text) => text.replace(/(\d+\.\d{3})\d{2}(?=,)/g, '$1')),
  },
  'strapi-client': {
    fault: 'a filter is not heard',
    ...inBody(/^\/api\/businesses/, (text) => text.replace('"postcode":"44', '"postcode":"45')),
  },
  webhooks: {
    fault: 'another secret',
    city: (city) => ({
      ...city,
      portal: { ...city.portal, secret: `whsec_${Buffer.from('another one').toString('base64')}` },
    }),
  },
  'rss-parser': {
    fault: 'all notices have one guid',
    ...inBody(/^\/api\/press-notices\/feed\.rss/, (text) => text.replace(/(<guid[^>]*>)[^<]*/g, '$1same')),
  },
  vcards: {
    fault: 'a card has another name',
    ...inBody(/\.vcf$/, (text) => text.replace(/^FN[^:]*:/m, '$&Nicht ')),
  },
  'json-ld': {
    fault: 'a type that schema.org does not have',
    ...inBody(/\.jsonld$/, (text) => text.replace(/"@type":"\w+"/, '"@type":"ButcherShop"')),
  },
  urql: NO_GET,
  apollo: NO_GET,
  'our-client': {
    fault: 'no other origin is allowed',
    path: /^\/(api|graphql)/,
    without: 'access-control-allow-origin',
  },
};

/**
 * The city with a fault: a proxy that damages what the fault is about and passes on everything else.
 *
 * @returns the city as a client sees it, and how to end the proxy
 */
export async function withFault(city, { path, body, status, headers = {}, without, city: change }) {
  if (change) return { city: change(city), end: () => undefined };
  const server = createServer((incoming, outgoing) => {
    const isMeant = path.test(incoming.url);
    // Whole and uncompressed where it is to be damaged; the host stays, since addresses are made of it.
    const sent = { ...incoming.headers, ...(isMeant && body ? { 'accept-encoding': 'identity' } : {}) };
    const passing = ask(city.url + incoming.url, { method: incoming.method, headers: sent }, (answer) => {
      const answered = { ...answer.headers, ...(isMeant ? headers : {}) };
      if (isMeant && without) delete answered[without];
      const code = isMeant && status ? status : answer.statusCode;
      if (!isMeant || !body) {
        outgoing.writeHead(code, answered);
        return void answer.pipe(outgoing);
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => (text += chunk));
      answer.on('end', () => {
        delete answered['content-length'];
        outgoing.writeHead(code, answered).end(body(text));
      });
    });
    passing.on('error', () => outgoing.destroy());
    incoming.pipe(passing);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    city: { ...city, url },
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
