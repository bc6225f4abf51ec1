import { publicController } from '../../../reading/public-controller';

export default publicController('api::city-profile.city-profile');
