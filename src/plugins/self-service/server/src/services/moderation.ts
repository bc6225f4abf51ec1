import type { Core } from '@strapi/strapi';
import type {
  Actor as ModerationActor,
  ModerationService,
} from '#src/plugins/moderation/server/src/contract';
import type { Actor } from '../domain/actor';

/** The only write path of submissions; its contract is in the moderation plugin. */
export const moderationOf = (strapi: Core.Strapi): ModerationService =>
  strapi.plugin('moderation').service<ModerationService>('submissions');

/** A contributor as recorded by moderation. */
export const asContributor = (actor: Actor): ModerationActor => ({
  kind: 'contributor',
  id: actor.id,
  name: actor.username,
});
