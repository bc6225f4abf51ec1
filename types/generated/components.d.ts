import type { Schema, Struct } from '@strapi/strapi';

export interface CampaignReward extends Struct.ComponentSchema {
  collectionName: 'components_campaign_rewards';
  info: {
    description: "What a supporter gets in return; the amount in minor units of the campaign's currency";
    displayName: 'Reward';
    icon: 'gift';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    minimumAmount: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    quantity: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      >;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
  };
}

export interface ContactContact extends Struct.ComponentSchema {
  collectionName: 'components_contact_contacts';
  info: {
    description: 'How the public reaches a business or organisation; numbers in E.164';
    displayName: 'Contact';
    icon: 'phone';
  };
  attributes: {
    email: Schema.Attribute.Email & Schema.Attribute.Private;
    fax: Schema.Attribute.String;
    mobile: Schema.Attribute.String;
    phone: Schema.Attribute.String;
    socialLinks: Schema.Attribute.Component<'contact.social-link', true>;
    website: Schema.Attribute.String;
  };
}

export interface ContactPhoneLine extends Struct.ComponentSchema {
  collectionName: 'components_contact_phone_lines';
  info: {
    description: 'A phone number in E.164, what it is for, and the BCP 47 tags of the languages spoken';
    displayName: 'Phone line';
    icon: 'phone';
  };
  attributes: {
    label: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    languages: Schema.Attribute.JSON;
    number: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface ContactSocialLink extends Struct.ComponentSchema {
  collectionName: 'components_contact_social_links';
  info: {
    description: 'A profile in a social network';
    displayName: 'Social link';
    icon: 'link';
  };
  attributes: {
    network: Schema.Attribute.Enumeration<
      ['facebook', 'instagram', 'linkedin', 'mastodon', 'youtube', 'tiktok', 'x', 'xing', 'other']
    > &
      Schema.Attribute.Required;
    url: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface LegalAccessibility extends Struct.ComponentSchema {
  collectionName: 'components_legal_accessibilities';
  info: {
    description: 'What only the operator knows about accessibility (EU 2018/1523)';
    displayName: 'Accessibility';
    icon: 'eye';
  };
  attributes: {
    checkedByHand: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    enforcementBody: Schema.Attribute.Component<'legal.body', false>;
    feedbackContact: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    knownIssues: Schema.Attribute.Component<'legal.known-issue', true> &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    lastReviewed: Schema.Attribute.Date;
    lawName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    plainLanguageUrl: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    signLanguageUrl: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface LegalBody extends Struct.ComponentSchema {
  collectionName: 'components_legal_bodies';
  info: {
    description: 'An authority and how to reach it';
    displayName: 'Body';
    icon: 'information';
  };
  attributes: {
    bodyName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    postalAddress: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface LegalKnownIssue extends Struct.ComponentSchema {
  collectionName: 'components_legal_known_issues';
  info: {
    description: 'Something that is not accessible';
    displayName: 'Known issue';
    icon: 'cross';
  };
  attributes: {
    alternative: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    cause: Schema.Attribute.Enumeration<['noncompliance', 'burden', 'out-of-scope']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'noncompliance'>;
    issue: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    issueSince: Schema.Attribute.Date;
    issueUntil: Schema.Attribute.Date;
  };
}

export interface LegalOperator extends Struct.ComponentSchema {
  collectionName: 'components_legal_operators';
  info: {
    description: 'Who runs this website (DDG, \u00A7 5)';
    displayName: 'Operator';
    icon: 'briefcase';
  };
  attributes: {
    address: Schema.Attribute.Component<'place.address', false>;
    contactLanguages: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254;
      }>;
    operatorName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    register: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    representedBy: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    responsibleForContent: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    supervisoryAuthority: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    vatId: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
  };
}

export interface LegalPrivacy extends Struct.ComponentSchema {
  collectionName: 'components_legal_privacies';
  info: {
    description: 'What only the operator knows about data protection (GDPR, Art. 13)';
    displayName: 'Privacy';
    icon: 'shield';
  };
  attributes: {
    officer: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    officerEmail: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254;
      }>;
    officerPhone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    privacyMore: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000;
      }>;
    processors: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    supervisoryBody: Schema.Attribute.Component<'legal.body', false>;
  };
}

export interface MediaPicture extends Struct.ComponentSchema {
  collectionName: 'components_media_pictures';
  info: {
    description: 'An image with alternative text, caption and credit';
    displayName: 'Picture';
    icon: 'picture';
  };
  attributes: {
    alternativeText: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    caption: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    credit: Schema.Attribute.String;
    image: Schema.Attribute.Media<'images'> & Schema.Attribute.Required;
  };
}

export interface PlaceAddress extends Struct.ComponentSchema {
  collectionName: 'components_place_address';
  info: {
    description: 'Postal address as in schema.org PostalAddress';
    displayName: 'Address';
    icon: 'pinMap';
  };
  attributes: {
    houseNumber: Schema.Attribute.String;
    place: Schema.Attribute.String;
    postcode: Schema.Attribute.String;
    street: Schema.Attribute.String;
  };
}

export interface PlaceBoundingBox extends Struct.ComponentSchema {
  collectionName: 'components_place_bounding_boxs';
  info: {
    description: 'Edges in decimal degrees, WGS 84';
    displayName: 'Bounding box';
    icon: 'expand';
  };
  attributes: {
    east: Schema.Attribute.Float & Schema.Attribute.Required;
    north: Schema.Attribute.Float & Schema.Attribute.Required;
    south: Schema.Attribute.Float & Schema.Attribute.Required;
    west: Schema.Attribute.Float & Schema.Attribute.Required;
  };
}

export interface PlaceGeoPoint extends Struct.ComponentSchema {
  collectionName: 'components_place_geo_points';
  info: {
    description: 'WGS 84 position in decimal degrees (RFC 7946)';
    displayName: 'Geo point';
    icon: 'pinMap';
  };
  attributes: {
    latitude: Schema.Attribute.Float & Schema.Attribute.Required;
    longitude: Schema.Attribute.Float & Schema.Attribute.Required;
  };
}

export interface PlaceServiceArea extends Struct.ComponentSchema {
  collectionName: 'components_place_service_areas';
  info: {
    description: 'Postcodes, or a radius around the position, where a business serves';
    displayName: 'Service area';
    icon: 'pinMap';
  };
  attributes: {
    postcodes: Schema.Attribute.JSON;
    radiusKm: Schema.Attribute.Float;
  };
}

export interface ProvenanceAttribution extends Struct.ComponentSchema {
  collectionName: 'components_provenance_attributions';
  info: {
    description: 'The credit a licence asks for, public wherever the entry is';
    displayName: 'Attribution';
    icon: 'feather';
  };
  attributes: {
    licenceUrl: Schema.Attribute.String;
    text: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface ProvenanceSource extends Struct.ComponentSchema {
  collectionName: 'components_provenance_sources';
  info: {
    description: 'Where an imported entry comes from; never public';
    displayName: 'Source';
    icon: 'database';
  };
  attributes: {
    externalId: Schema.Attribute.String & Schema.Attribute.Required;
    system: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface TextAudience extends Struct.ComponentSchema {
  collectionName: 'components_text_audiences';
  info: {
    description: 'Whom it is meant for';
    displayName: 'Audience';
    icon: 'user';
  };
  attributes: {
    audience: Schema.Attribute.Enumeration<
      [
        'small-business',
        'medium-business',
        'corporate-group',
        'self-employed',
        'freelancer',
        'founder',
        'employee',
        'association',
        'consumer',
      ]
    > &
      Schema.Attribute.Required;
  };
}

export interface TextTopic extends Struct.ComponentSchema {
  collectionName: 'components_text_topics';
  info: {
    description: 'A subject in a word or two';
    displayName: 'Topic';
    icon: 'hashtag';
  };
  attributes: {
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
  };
}

export interface TimeServiceHours extends Struct.ComponentSchema {
  collectionName: 'components_time_service_hours';
  info: {
    description: 'When a service is available, in OpenStreetMap opening_hours syntax; a dated entry overrides the undated one of the same service';
    displayName: 'Service hours';
    icon: 'clock';
  };
  attributes: {
    note: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        i18n: {
          localized: true;
        };
      }>;
    rule: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
    service: Schema.Attribute.Enumeration<['on-site', 'delivery', 'pickup', 'phone']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'on-site'>;
    validFrom: Schema.Attribute.Date;
    validThrough: Schema.Attribute.Date;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'campaign.reward': CampaignReward;
      'contact.contact': ContactContact;
      'contact.phone-line': ContactPhoneLine;
      'contact.social-link': ContactSocialLink;
      'legal.accessibility': LegalAccessibility;
      'legal.body': LegalBody;
      'legal.known-issue': LegalKnownIssue;
      'legal.operator': LegalOperator;
      'legal.privacy': LegalPrivacy;
      'media.picture': MediaPicture;
      'place.address': PlaceAddress;
      'place.bounding-box': PlaceBoundingBox;
      'place.geo-point': PlaceGeoPoint;
      'place.service-area': PlaceServiceArea;
      'provenance.attribution': ProvenanceAttribution;
      'provenance.source': ProvenanceSource;
      'text.audience': TextAudience;
      'text.topic': TextTopic;
      'time.service-hours': TimeServiceHours;
    }
  }
}
