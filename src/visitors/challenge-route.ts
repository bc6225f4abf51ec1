import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { newChallenge } from '../platform/challenge';

/** `GET /api/challenge`: what a form without an account has its sender work out (src/platform/challenge). */
export function registerChallengeRoute(strapi: Core.Strapi): void {
  const route = {
    method: 'GET' as const,
    path: '/api/challenge',
    handler: async (ctx: Context) => {
      // Without an envelope, as the widget reads it.
      ctx.body = await newChallenge(strapi);
    },
    info: { type: 'content-api' },
    config: { auth: false as const },
  };
  strapi.server.routes([route]);
}
