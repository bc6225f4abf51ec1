import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, inFolder, must, node22, programOf, run } from '../lib.mjs';

const USE = `import { graphql } from './gen/gql';
import type { ResultOf } from '@graphql-typed-document-node/core';

const document = graphql(\`query Shops($locale: I18NLocaleCode) {
  businesses(locale: $locale, pagination: { pageSize: 3 }) { documentId name hours { service rule } }
}\`);
export const namesOf = ({ businesses }: ResultOf<typeof document>): (string | undefined)[] => businesses.map((one) => one?.name);
export const found = graphql(\`query Found { directorySearch(q: "a") { data { name url } meta { pagination { total } } } }\`);
`;

/** graphql-codegen reads the schema that the city offers; documents are checked and typed by it. */
export const check = (city) =>
  inFolder(async (folder) => {
    const schema = await fetch(`${city.url}/api/schema.graphql`);
    const text = await schema.text();
    must(schema.ok, `/api/schema.graphql answered ${schema.status}`);
    must(!/^type Mutation\b/m.test(text), 'the schema has mutations, which nobody can use');
    writeFileSync(join(folder, 'schema.graphql'), text);
    writeFileSync(join(folder, 'use.ts'), USE);
    writeFileSync(
      join(folder, 'codegen.mjs'),
      `export default { schema: 'schema.graphql', documents: ['use.ts'], generates: { './gen/': { preset: 'client' } } };`,
    );
    const program = programOf('@graphql-codegen/cli', 'graphql-codegen');
    await run(node22(), [program, '--config', 'codegen.mjs'], { cwd: folder });
    await compile(folder);
    return `${text.length} characters of schema, documents compile`;
  });
