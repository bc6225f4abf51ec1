import { publicController } from '../../../reading/public-controller';

export default publicController('api::advisory-contact.advisory-contact');
