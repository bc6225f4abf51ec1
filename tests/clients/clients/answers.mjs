import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, must } from '../lib.mjs';
import { addressOf, everyGet } from '../operations.mjs';

const require = createRequire(join(ROOT, 'package.json'));
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;

// The secrets of links are only in mails; the token of a preview is in an address that only the panel opens.
const NOT_ASKED = /^\/api\/(auth\/email-confirmation$|links\/|previews\/)/;

const escaped = (path) => path.replaceAll('~', '~0').replaceAll('/', '~1');

/** ajv over the answer of every GET: status, media type and body are as the document says. */
export async function check(city) {
  const { document, operations } = await everyGet(city);
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: true }));
  ajv.addSchema({ ...document, $id: 'city' });
  const wrong = [];
  let asked = 0;
  let left = 0;

  async function ask(one, query = '') {
    const address = addressOf(one);
    if (one.token === undefined) return void (left += 1);
    // The business has none of this kind.
    if (address === undefined && one.path.startsWith('/api/my/')) return void (left += 1);
    if (address === undefined) return void wrong.push(`${one.path}: there is no value for its parameters`);
    asked += 1;
    const answer = await fetch(city.url + address + query, {
      headers: {
        accept: 'application/json, */*;q=0.1',
        ...(one.token ? { authorization: `Bearer ${one.token}` } : {}),
      },
    });
    const text = await answer.text();
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    const content = one.operation.responses?.[answer.status]?.content;
    if (!answer.ok || !content?.[type])
      return void wrong.push(`${address}${query}: ${answer.status} ${type} is not described`);
    if (!/[/+]json$/.test(type)) return;
    const pointer = `city#/paths/${escaped(one.path)}/get/responses/${answer.status}/content/${escaped(type)}/schema`;
    const validate = ajv.getSchema(pointer) ?? ajv.compile({ $ref: encodeURI(pointer) });
    if (!validate(JSON.parse(text)))
      wrong.push(`${address}${query}: ${ajv.errorsText(validate.errors?.slice(0, 2), { dataVar: '' })}`);
  }

  for (const one of operations.filter(({ path }) => !NOT_ASKED.test(path))) {
    await ask(one, requiredQuery(one.operation));
    const names = (one.operation.parameters ?? []).map(({ name }) => name);
    if (names.includes('populate') && one.path.startsWith('/api/') && !one.path.startsWith('/api/my/'))
      await ask(one, '?populate=*');
  }
  must(wrong.length === 0, `${wrong.length} of ${asked} answers are not as described:\n${wrong.join('\n')}`);
  return `${asked} answers${left > 0 ? `, ${left} operations left out for want of a token or a document` : ''}`;
}

/** Parameters that must be there, by their examples. */
function requiredQuery({ parameters = [] }) {
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema, example } of parameters)
    if (place === 'query' && required)
      query.set(name, example ?? schema?.examples?.[0] ?? schema?.enum?.[0] ?? '');
  return query.size > 0 ? `?${query}` : '';
}
