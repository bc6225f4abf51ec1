import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageOf } from '#src/platform/http/language-of';
import { formSchemaOf } from '../form/form-schema';

/** `/api/my/schema`: what can be entered; the same for everyone. */
export const formSchema = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context): Promise<void> {
    const language = languageOf(ctx);
    // As other public answers (src/platform/http/domain/cache-rule.ts); a city may change whom it admits.
    ctx.set('Cache-Control', 'public, max-age=0, must-revalidate');
    ctx.set('Content-Language', language);
    ctx.vary('Accept-Language');
    ctx.body = { data: await formSchemaOf(strapi, language), meta: {} };
  },
});
