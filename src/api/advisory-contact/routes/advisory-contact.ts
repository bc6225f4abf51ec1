import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::advisory-contact.advisory-contact', {
  only: ['find', 'findOne'],
});
