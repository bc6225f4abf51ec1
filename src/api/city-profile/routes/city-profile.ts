import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::city-profile.city-profile', { only: ['find'] });
