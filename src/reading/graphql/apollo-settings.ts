import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ASTVisitor, ValidationContext } from 'graphql';
import { boundedDocuments } from './bounded-documents';
import { formatPublicError } from './format-public-error';
import { overloadPlugin } from './overload-plugin';
import { publishedOnlyRule } from './published-only-rule';
import { queryCostRule } from './query-cost-rule';
import { readOnlyRule } from './read-only-rule';
import { keepSchema } from './running-schema';

type Rule = (context: ValidationContext) => ASTVisitor;

// Ten times the largest query in docs/api.md.
const MAX_TOKENS = 2_000;
const LIMITS = { rootFields: 10, selections: 400, depth: 8, cost: 5_000 };

// Depth and cost are limited by our own rules: armor's follow a fragment again for each spread and ignore page sizes.
const armor = new ApolloArmor({
  maxAliases: { n: 20 },
  maxDirectives: { n: 20 },
  maxDepth: { enabled: false },
  costLimit: { enabled: false },
  // graphql's own parser counts tokens; armor's second parser turns every syntax error into a 500.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: true },
});

/** Apollo's settings: what the server accepts, and how little it reveals about itself. */
export function apolloSettings(introspection: boolean): Record<string, unknown> {
  const { plugins, validationRules, ...protections } = armor.protect();
  const bounded = boundedDocuments(LIMITS);
  return {
    ...protections,
    introspection,
    // The CORS list in config/middlewares.ts covers /graphql too; Apollo's own would add `*`.
    cors: false,
    // Nothing here can be forged: there are only queries, and they are answered without regard to cookies.
    csrfPrevention: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    // Without introspection, an error must not suggest names either.
    plugins: [bounded.plugin, overloadPlugin, keepSchema, ...(introspection ? [] : plugins)],
    // A set replaces Strapi's list of rules, whereas an array would be appended: its only rule, the package
    // graphql-depth-limit, takes 2ⁿ steps for n fragments and throws on an undefined one.
    validationRules: new Set([
      bounded.rule,
      readOnlyRule,
      publishedOnlyRule,
      queryCostRule(LIMITS),
      ...(validationRules as Rule[]),
    ]),
    formatError: formatPublicError,
  };
}
