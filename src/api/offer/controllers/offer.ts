import { publicController } from '../../../reading/public-controller';

export default publicController('api::offer.offer');
