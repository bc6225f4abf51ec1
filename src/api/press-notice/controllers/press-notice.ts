import { publicController } from '../../../reading/public-controller';

export default publicController('api::press-notice.press-notice');
