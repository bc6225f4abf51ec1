import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import business from '../../src/api/business/content-types/business/schema.json';
import { MEDIA_TYPE } from '../../src/platform/http/domain/body-refusal';
import { CANONICAL_PATH } from '../../src/platform/http/domain/canonical-target';

jest.setTimeout(600_000);

const FOLDERS = ['src', 'examples', 'scripts', 'config'];
// Verdicts depend only on the text, so a run checks only new ones.
const KNOWN_SAFE = join(PROJECT_ROOT, '.cache', 'safe-regular-expressions.json');

// What may become public without review, from the schema.
const WITHOUT_REVIEW = business.pluginOptions.listing.moderation.autoApprove.flatMap((field) =>
  typeof field === 'string' ? [] : [`/^(?:${field.matches})$/`],
);

/** Patterns composed at run time, and their worst case. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  // alternatives of words, and one literal
  'src/platform/http/content-routes.ts': ['/^\\/(single-types|collection-types)\\/:model/'],
  'src/platform/http/domain/body-refusal.ts': [String(MEDIA_TYPE)],
  'src/platform/http/domain/canonical-target.ts': [String(CANONICAL_PATH)],
  // path-to-regexp's pattern for a path with two parameters
  'src/platform/strapi/patches/exact-routes.ts': [
    '/^\\/api\\/businesses\\/([^\\/]+?)\\/photos\\/([^\\/]+?)[\\/]?$/',
  ],
  'src/import/domain/contact.ts': ['/^(contact:)?facebook$/'],
  'src/listing/domain/listing-problems.ts': WITHOUT_REVIEW,
  'src/plugins/moderation/admin/src/domain/weekly-hours.ts': [
    '/^((?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?(?:,\\s?(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?)*)(?:\\s+|$)/',
  ],
};

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.d)\.(ts|tsx|js|mjs)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
    .map((file) => join(PROJECT_ROOT, folder, file)),
);

interface Found {
  /** As in the source: /…/flags */
  literals: Map<string, string>;
  /** Files with `RegExp(…)` of something that is not a constant. */
  composed: string[];
}

function regularExpressions(): Found {
  const found: Found = { literals: new Map(), composed: [] };
  for (const file of sources) {
    const name = relative(PROJECT_ROOT, file);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) found.literals.set(node.text, name);
      const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isCall && node.expression.getText(source) === 'RegExp') {
        const [pattern, flags] = node.arguments ?? [];
        if (pattern && ts.isStringLiteralLike(pattern) && (!flags || ts.isStringLiteralLike(flags)))
          found.literals.set(`/${pattern.text}/${flags?.text ?? ''}`, name);
        else found.composed.push(name);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const [name, patterns] of Object.entries(COMPOSED))
    for (const pattern of patterns) found.literals.set(pattern, name);
  return found;
}

/** "safe", or the attack that takes more than linear time. */
function verdictOn(literal: string): string {
  // Without a repetition there is nothing to repeat.
  if (!/[*+{]/.test(literal)) return 'safe';
  const end = literal.lastIndexOf('/');
  const result = checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 120_000 });
  if (result.status === 'safe') return 'safe';
  return result.status === 'vulnerable'
    ? `${result.complexity.summary}: ${result.attack.pattern}`
    : `unknown (${result.error.kind}): write it in a simpler way`;
}

const { literals, composed } = regularExpressions();

it('every regular expression takes linear time for any input', () => {
  const known = new Set(
    existsSync(KNOWN_SAFE) ? (JSON.parse(readFileSync(KNOWN_SAFE, 'utf8')) as string[]) : [],
  );
  const safe: string[] = [];
  const unsafe: string[] = [];
  for (const [literal, file] of literals) {
    const verdict = known.has(literal) ? 'safe' : verdictOn(literal);
    if (verdict === 'safe') safe.push(literal);
    else unsafe.push(`${file}: ${literal} is ${verdict}`);
  }
  mkdirSync(dirname(KNOWN_SAFE), { recursive: true });
  writeFileSync(KNOWN_SAFE, JSON.stringify(safe));
  expect(unsafe).toEqual([]);
  expect(literals.size).toBeGreaterThan(150);
});

it('those composed at run time are known here', () => {
  expect([...new Set(composed)].sort()).toEqual(Object.keys(COMPOSED).sort());
});

it.each([
  ['exponential', '/^(a|a)*$/'],
  ['quadratic', '/\\s+$/'],
])('an %s one is detected', (_kind, literal) => {
  expect(verdictOn(literal)).toMatch(/exponential|polynomial/);
});
