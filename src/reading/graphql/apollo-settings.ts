import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ASTVisitor, ValidationContext } from 'graphql';
import { boundedDocuments } from './bounded-documents';
import { formatPublicError } from './format-public-error';
import { overloadPlugin } from './overload-plugin';
import { publishedOnlyRule } from './published-only-rule';
import { queryCostRule } from './query-cost-rule';
import { readOnlyRule } from './read-only-rule';

type Rule = (context: ValidationContext) => ASTVisitor;

// Ten times what the largest query of docs/api.md needs.
const MAX_TOKENS = 2_000;
const LIMITS = { rootFields: 10, selections: 400, depth: 8, cost: 5_000 };

// Depth and cost are limited by rules of our own: armor's follow fragments anew each time, and know no page sizes.
const armor = new ApolloArmor({
  maxAliases: { n: 20 },
  maxDirectives: { n: 20 },
  maxDepth: { enabled: false },
  costLimit: { enabled: false },
  // graphql's own parser counts tokens; armor's second parser turns every syntax error into a 500.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: true },
});

/** Apollo's settings: what the server answers to, and how little it says about itself. */
export function apolloSettings(introspection: boolean): Record<string, unknown> {
  const { plugins, validationRules, ...protections } = armor.protect();
  const bounded = boundedDocuments(LIMITS);
  return {
    ...protections,
    introspection,
    // The one CORS list of config/middlewares.ts covers /graphql too; Apollo's own would answer `*` beside it.
    cors: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    // Without introspection, an error must not suggest names either.
    plugins: [bounded.plugin, overloadPlugin, ...(introspection ? [] : plugins)],
    // A set takes the place of Strapi's list of rules, an array would be put behind it: its one rule, the package
    // graphql-depth-limit, takes 2ⁿ steps for n fragments and throws on one that is not defined.
    validationRules: new Set([
      bounded.rule,
      readOnlyRule,
      publishedOnlyRule,
      queryCostRule(LIMITS),
      ...(validationRules as unknown as Rule[]),
    ]),
    formatError: formatPublicError,
  };
}
