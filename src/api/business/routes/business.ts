import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::business.business', { only: ['find', 'findOne'] });
