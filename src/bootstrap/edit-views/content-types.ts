import { advisoryContact, organisation } from './advice';
import { business, campaign, membership, offer } from './businesses';
import { category, cityProfile, district, linkedPortal } from './city';
import type { EditView } from './edit-view';
import { pressNotice } from './press';

export const TYPE_VIEWS: Readonly<Record<string, EditView>> = {
  'api::advisory-contact.advisory-contact': advisoryContact,
  'api::business.business': business,
  'api::campaign.campaign': campaign,
  'api::category.category': category,
  'api::city-profile.city-profile': cityProfile,
  'api::district.district': district,
  'api::linked-portal.linked-portal': linkedPortal,
  'api::membership.membership': membership,
  'api::offer.offer': offer,
  'api::organisation.organisation': organisation,
  'api::press-notice.press-notice': pressNotice,
};
