import type { Core } from '@strapi/strapi';
import type { IntakeService } from '../contract';
import { addKind } from './kinds';
import { report } from './notices';
import { take } from './take';

/** What other plugins may do with the intake; see contract.ts. */
export const createIntake = ({ strapi }: { strapi: Core.Strapi }): IntakeService => ({
  addKind: (kind) => addKind(strapi, kind),
  take: (sql, item) => take(strapi, sql, item),
  report: (ctx, sent, language) => report(strapi, ctx, sent, language),
});
