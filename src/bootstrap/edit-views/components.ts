import type { EditView } from './edit-view';

export const COMPONENT_VIEWS: Readonly<Record<string, EditView>> = {
  'place.address': {
    edit: [
      { street: 8, houseNumber: 4 },
      { postcode: 4, place: 8 },
    ],
    mainField: 'place',
  },
  'place.geo-point': { edit: [{ latitude: 6, longitude: 6 }], mainField: 'latitude' },
  'place.service-area': { edit: [{ radiusKm: 4 }, { postcodes: 12 }], mainField: 'radiusKm' },
  'place.bounding-box': {
    edit: [
      { north: 6, south: 6 },
      { west: 6, east: 6 },
    ],
    mainField: 'south',
  },
  'contact.contact': {
    edit: [{ phone: 4, mobile: 4, fax: 4 }, { email: 6, website: 6 }, { socialLinks: 12 }],
    mainField: 'phone',
  },
  'contact.social-link': { edit: [{ network: 4, url: 8 }], mainField: 'url' },
  'contact.phone-line': { edit: [{ number: 6, label: 6 }, { languages: 12 }], mainField: 'number' },
  'time.service-hours': {
    edit: [{ service: 4, rule: 8 }, { validFrom: 4, validThrough: 4 }, { note: 12 }],
    mainField: 'rule',
  },
  'media.picture': {
    edit: [
      { image: 6, alternativeText: 6 },
      { caption: 6, credit: 6 },
    ],
    mainField: 'alternativeText',
  },
  'campaign.reward': {
    edit: [{ title: 12 }, { description: 12 }, { minimumAmount: 6, quantity: 6 }],
    mainField: 'title',
  },
  'legal.operator': {
    edit: [
      { operatorName: 12 },
      { representedBy: 12 },
      { address: 12 },
      { phone: 6, email: 6 },
      { contactLanguages: 12 },
      { responsibleForContent: 12 },
      { register: 6, vatId: 6 },
      { supervisoryAuthority: 12 },
    ],
    mainField: 'operatorName',
  },
  'legal.body': {
    edit: [{ bodyName: 12 }, { postalAddress: 12 }, { phone: 6, email: 6 }, { url: 12 }],
    mainField: 'bodyName',
  },
  'legal.privacy': {
    edit: [
      { officer: 12 },
      { officerPhone: 6, officerEmail: 6 },
      { supervisoryBody: 12 },
      { processors: 12 },
      { privacyMore: 12 },
    ],
    mainField: 'officer',
  },
  'legal.accessibility': {
    edit: [
      { lawName: 8, lastReviewed: 4 },
      { enforcementBody: 12 },
      { feedbackContact: 12 },
      { checkedByHand: 12 },
      { knownIssues: 12 },
      { plainLanguageUrl: 6, signLanguageUrl: 6 },
    ],
    mainField: 'lawName',
  },
  'legal.known-issue': {
    edit: [{ issue: 12 }, { cause: 6, issueSince: 3, issueUntil: 3 }, { alternative: 12 }],
    mainField: 'issue',
  },
  'text.topic': { edit: [{ name: 12 }], mainField: 'name' },
  'text.audience': { edit: [{ audience: 12 }], mainField: 'audience' },
  'provenance.source': {
    edit: [{ system: 6, externalId: 6 }],
    mainField: 'externalId',
    readOnly: ['system', 'externalId'],
  },
  'provenance.attribution': { edit: [{ text: 6, licenceUrl: 6 }], mainField: 'text' },
};
