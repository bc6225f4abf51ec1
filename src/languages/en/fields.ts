import type { FieldText, FieldTexts } from '../field-texts';
import { legalComponents, legalProfileFields, legalValues } from './legal-fields';

const SLUG: FieldText = [
  'Short name in the address (slug)',
  'Made from the name on first save and kept from then on, so that links stay valid.',
];
const ADDRESS: FieldText = ['Address', 'Postal address. May be missing where the position is given.'];
const LOCATION: FieldText = [
  'Position on the map',
  'May be missing where the address is given.',
  ['Position on the map', 'Only with it the business is on the city’s map and found near people.'],
];
const HOURS: FieldText = [
  'Opening and service hours',
  'One row per service. A row with dates replaces the row without dates during its period.',
  ['Opening hours', 'When you open, deliver or answer the phone.'],
];
const SOURCE: FieldText = ['Origin', 'Imported entries only; never published.'];
const ATTRIBUTION: FieldText = [
  'Attribution',
  'Published wherever the entry is shown, where the licence of the data asks for it.',
];
const VALID_FROM: FieldText = ['Valid from', 'First day. Empty: valid now.'];
const VALID_THROUGH: FieldText = ['Valid through', 'Last day on which the entry is public. Empty: no end.'];
const CURRENCY: FieldText = ['Currency', 'Three-letter ISO 4217 code, for example EUR.'];
const OFFERING_BUSINESS: FieldText = [
  'Business',
  'The entry is public only while this business is published.',
];

export const fields: FieldTexts = {
  types: {
    'api::business.business': {
      name: 'Businesses',
      fields: {
        name: ['Name', 'The name the business trades under. The same in all languages.'],
        slug: SLUG,
        summary: [
          'Summary',
          'One or two sentences for lists and previews, plain text.',
          ['Summary', 'One or two sentences. Lists show them, too.'],
        ],
        description: [
          'Description',
          'Full text, plain text without HTML.',
          ['Description', 'At length: what you do, for whom, what makes you special.'],
        ],
        categories: ['Categories', 'At least one; the most important first.'],
        district: [
          'District',
          'Follows the position on the map where the borders are known. If you choose another one, it stays; empty, it follows the position again.',
          ['District', 'Comes from the point on the map. Choose it only if it is wrong.'],
        ],
        address: ADDRESS,
        location: LOCATION,
        servedDistricts: [
          'Serves the districts',
          'Where it delivers, or where the business comes to people. Empty: nothing is said.',
        ],
        serviceArea: ['Area served', 'Postcodes or a radius. Each of them counts on its own.'],
        contact: ['Contact', 'How customers reach the business. Published.'],
        hours: HOURS,
        sizeClass: ['Size of the business', "Helps decide whether the city's rules admit the business."],
        chain: ['Part of a chain', 'Does the business belong to a chain?'],
        logo: [
          'Logo',
          'With alternative text and credit.',
          ['Logo', 'The sign of your business, if it has one.'],
        ],
        photos: [
          'Photos',
          'The first photo is shown in lists. Each needs alternative text and a credit.',
          ['Photos', 'The first one is shown in lists, too.'],
        ],
        syndicationConsent: [
          'May be passed on to other portals',
          'The entry is delivered to other portals only with the consent of the business.',
          ['Show on other portals', 'For example on pages of the region. You can change this at any time.'],
        ],
        source: SOURCE,
        attribution: ATTRIBUTION,
        lastConfirmedAt: ['Last confirmed', 'When the business last confirmed its data.'],
      },
    },
    'api::offer.offer': {
      name: 'Offers',
      fields: {
        business: OFFERING_BUSINESS,
        kind: ['Kind of offer', 'Visitors can filter by it.'],
        title: ['Title', 'Short and concrete, for example “Lunch to take away”.'],
        description: ['Description', 'What is offered, to whom, and how to order? Plain text.'],
        url: ['Web address', 'Order page or online shop. A missing https:// is added.'],
        price: [
          'Price in cents',
          'Whole number of the smallest unit: 1250 means €12.50.',
          ['Price', 'In euros, for example 12.50. Empty: no price.'],
        ],
        currency: CURRENCY,
        validFrom: VALID_FROM,
        validThrough: VALID_THROUGH,
        deliveryArea: ['Delivery area', 'For example “city centre and Hörde” or “within 5 km”.'],
      },
    },
    'api::campaign.campaign': {
      name: 'Campaigns',
      fields: {
        business: OFFERING_BUSINESS,
        kind: ['Kind of campaign', 'Support for one business, or a joint project.'],
        title: ['Title', 'What does the business ask for? One short sentence.'],
        story: ['Story', 'Who asks, what for, and what happens with the money? Plain text.'],
        goal: [
          'Goal in cents',
          'Whole number of the smallest unit: 500000 means €5,000.00.',
          ['Goal', 'In euros, for example 5,000. Empty: no goal.'],
        ],
        currency: CURRENCY,
        startsAt: ['Start', 'Before that the campaign is shown as upcoming.'],
        endsAt: ['End', 'After that the campaign has ended.'],
        rewards: ['Rewards', 'What supporters get in return, for example a voucher.'],
        image: [
          'Image',
          'Shown at the top of the page and when shared. With alternative text and credit.',
          ['Image', 'Shown at the top of the page and when shared.'],
        ],
      },
    },
    'api::advisory-contact.advisory-contact': {
      name: 'Advisory contacts',
      fields: {
        organisation: ['Organisation', 'Who advises? The organisation must exist already.'],
        kind: ['Kind', 'Telephone hotline, counselling or support programme.'],
        title: ['Title', 'For example “Hotline for emergency aid”.'],
        description: ['Description', 'What is the help about, and what to have at hand? Plain text.'],
        topics: ['Topics', 'Words people search for.'],
        audiences: ['Audiences', 'Who is it meant for?'],
        phones: ['Phone numbers', 'Several are possible, for instance for different languages.'],
        email: ['E-mail', 'Published.'],
        url: ['Web address', 'Page with more information. A missing https:// is added.'],
        hours: ['Availability', HOURS[1]],
        address: ADDRESS,
        location: LOCATION,
        validFrom: VALID_FROM,
        validThrough: VALID_THROUGH,
        source: SOURCE,
        attribution: ATTRIBUTION,
      },
    },
    'api::organisation.organisation': {
      name: 'Organisations and partners',
      fields: {
        name: ['Name', 'Official or usual name.'],
        kind: ['Kind', 'For example chamber, trade union or association.'],
        contact: ['Contact', 'Published.'],
        address: ['Address', 'Postal address of the organisation.'],
        logo: ['Logo', 'With alternative text and credit.'],
        partner: ['Partner of the platform', 'Partners can be named on the front page.'],
        source: SOURCE,
        attribution: ATTRIBUTION,
      },
    },
    'api::press-notice.press-notice': {
      name: 'Press notices',
      fields: {
        title: ['Headline', 'The main news in one sentence.'],
        slug: SLUG,
        teaser: ['Teaser', 'Two or three sentences for lists and feeds, plain text.'],
        body: ['Text', 'The full text of the notice.'],
        publishedOn: [
          'Date of the notice',
          'Shown above the notice and used for sorting. With a day ahead it appears only then: at 0:00, by itself.',
        ],
        asOf: ['As of', 'Up to which day has the content been checked?'],
        author: ['Signed by', 'Person or office that signs.'],
        topics: ['Focus topics', 'Words people search for.'],
        audiences: ['Audiences', 'Whom is the notice meant for? People can filter by it.'],
        attachments: ['Attachments', 'Images and PDF files, at most 10 MB each.'],
        archivedAt: [
          'Archived on',
          'Careful: an archived notice can be changed by a super admin only. It is shown with the archive warning.',
        ],
        attribution: ATTRIBUTION,
      },
    },
    'api::linked-portal.linked-portal': {
      name: 'Sister portals',
      fields: {
        name: ['Name', 'What the portal is called. The same in all languages.'],
        url: ['Web address', 'Front page of the portal. A missing https:// is added.'],
        text: ['Text', 'One or two sentences: what is found there? Plain text.'],
        logo: ['Logo', 'With alternative text and credit.'],
        rank: ['Order', 'Whole number; the smallest comes first.'],
      },
    },
    'api::category.category': {
      name: 'Categories',
      fields: {
        name: ['Name', 'What the category is called in lists and filters.'],
        slug: SLUG,
        terms: ['Search words', 'More words people search for, as a JSON list: ["baker", "bread"].'],
        parent: ['Parent category', 'Empty for a main category.'],
        osmTags: ['OpenStreetMap tags', 'For the import, as a JSON list: ["shop=bakery"].'],
        schemaType: ['schema.org type', 'For search engines and portals, for example Bakery.'],
      },
    },
    'api::district.district': {
      name: 'Districts',
      fields: {
        name: ['Name', 'Official name of the district.'],
        slug: SLUG,
      },
    },
    'api::city-profile.city-profile': {
      name: 'City profile',
      fields: {
        name: ['Name of the city', 'Shown on the platform and in the feeds.'],
        slug: SLUG,
        claim: ['Claim', 'A short sentence below the name of the platform.'],
        hashtag: ['Hashtag', 'With the hash sign, for example #wirinDortmund.'],
        centre: ['Centre', 'Middle of the map. Entries may be at most 50 km away.'],
        boundingBox: ['Map section', 'What the map shows when it opens.'],
        federalState: ['Federal state', 'Decides the public holidays in opening hours.'],
        timeZone: ['Time zone', 'IANA name, for example Europe/Berlin.'],
        postcodes: ['Postcodes', 'The city\'s postcodes as a JSON list: ["44135", "44137"].'],
        largestSizeClass: ['Largest size admitted', 'Larger businesses cannot register.'],
        chainsAdmitted: ['Chains admitted', 'May businesses of a chain take part?'],
        archiveWarning: ['Archive warning', 'Shown above every archived press notice.'],
        mailSender: [
          'Sender of mails',
          'What the sender is called, such as “Business Development Dortmund”. Empty: “Businesses in” and the name of the city.',
        ],
        contactEmail: [
          'E-mail of the editors',
          'Where answers to our mails arrive. Somebody has to read them. The address is only in mails.',
        ],
        logo: ['Logo', 'Shown at the top of every page. Wider than high, and readable on white.'],
        mainColour: [
          'Main colour',
          'For links and buttons, such as #0a4f8a. If it is too light or too dark to be read, pages take the nearest one that can be read.',
        ],
        secondColour: ['Second colour', 'For the bar above every page, such as #c8102e.'],
        imprint: [
          'Imprint',
          'Further information, plain text. Shown on the page /impressum below the operator; its beginning (up to 500 characters) is below every mail. Empty: mails name the operator.',
        ],
        ...legalProfileFields,
      },
    },
    'api::membership.membership': {
      name: 'Memberships',
      fields: {
        business: ['Business (document ID)', 'Shown in the business under “Information” as document ID.'],
        user: ['Account', 'The self-service account that may maintain the business.'],
        role: ['Role', 'Owners may invite further accounts, managers may not.'],
        since: ['Since', 'When the membership began.'],
      },
    },
  },
  components: {
    'place.address': {
      name: 'Address',
      fields: {
        street: ['Street', 'Without the house number.'],
        houseNumber: ['House number', 'With its suffix, for example 12a or 12–14.'],
        postcode: ['Postcode', 'Five digits; it must agree with the place.'],
        place: ['Place', 'Town or municipality; parts like “Dortmund-Hörde” are allowed.'],
      },
    },
    'place.geo-point': {
      name: 'Position',
      fields: {
        latitude: ['Latitude', 'Decimal degrees, for example 51.5139.'],
        longitude: ['Longitude', 'Decimal degrees, for example 7.4653.'],
      },
    },
    'place.service-area': {
      name: 'Area served',
      fields: {
        postcodes: [
          'Postcodes',
          'As a JSON list: ["44135", "44137"].',
          ['Postcodes', 'Separated by commas, for example 44135, 44137.'],
        ],
        radiusKm: ['Radius in km', 'Around the position on the map, from 0.1 to 100.'],
      },
    },
    'place.bounding-box': {
      name: 'Map section',
      fields: {
        south: ['Southern edge', 'Latitude in decimal degrees.'],
        west: ['Western edge', 'Longitude in decimal degrees.'],
        north: ['Northern edge', 'Latitude in decimal degrees.'],
        east: ['Eastern edge', 'Longitude in decimal degrees.'],
      },
    },
    'contact.contact': {
      name: 'Contact',
      fields: {
        phone: ['Phone', 'With area code; stored in international form.'],
        mobile: ['Mobile', 'With area code; stored in international form.'],
        fax: ['Fax', 'With area code; stored in international form.'],
        email: ['E-mail', 'For messages of the city; not published.'],
        website: ['Website', 'A missing https:// is added.'],
        socialLinks: ['Social networks', 'One row per network.'],
      },
    },
    'contact.social-link': {
      name: 'Social network',
      fields: {
        network: ['Network', 'Choose “Other” if the network is not in the list.'],
        url: ['Address of the profile', 'Full web address.'],
      },
    },
    'contact.phone-line': {
      name: 'Phone number',
      fields: {
        number: ['Number', 'With area code; stored in international form.'],
        label: ['Label', 'What is the number for? For example “Short-time work”.'],
        languages: ['Languages', 'Languages spoken, as a JSON list of tags: ["de", "en", "tr"].'],
      },
    },
    'time.service-hours': {
      name: 'Hours',
      fields: {
        service: ['Service', 'What do the hours apply to?'],
        rule: [
          'Hours',
          'OpenStreetMap notation: “Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off”.',
          ['Hours', 'On which days, from when until when?'],
        ],
        validFrom: ['Applies from', 'Empty for the usual hours.'],
        validThrough: ['Applies through', 'Empty for the usual hours.'],
        note: ['Note', 'For example “Ring the bell in the yard”.'],
      },
    },
    'media.picture': {
      name: 'Picture',
      fields: {
        image: ['Image file', 'JPEG, PNG or WebP, at most 10 MB.'],
        alternativeText: [
          'Alternative text',
          'Describes the image to people who do not see it.',
          [
            'What can be seen in the picture?',
            'A short sentence for people who do not see it, for example “Counter with bread and cakes”.',
          ],
        ],
        caption: ['Caption', 'Shown below the image.'],
        credit: [
          'Credit',
          'Who made the image, and under which licence?',
          ['Who made the picture?', 'The name is shown with the picture; it may be your own.'],
        ],
      },
    },
    'campaign.reward': {
      name: 'Reward',
      fields: {
        title: ['Title', 'For example “Voucher for a dinner”.'],
        description: ['Description', 'What exactly does one get, and how is it redeemed?'],
        minimumAmount: [
          'Minimum amount in cents',
          'Whole number of the smallest unit: 2500 means €25.00.',
          ['Minimum amount', 'In euros: from this amount on supporters get the reward.'],
        ],
        quantity: ['Quantity', 'How many are available? Empty: unlimited.'],
      },
    },
    'text.topic': {
      name: 'Topic',
      fields: { name: ['Topic', 'One or two words.'] },
    },
    'text.audience': {
      name: 'Audience',
      fields: { audience: ['Audience', 'One group per row.'] },
    },
    'provenance.source': {
      name: 'Origin',
      fields: {
        system: ['System', 'Where the entry comes from, for example osm.'],
        externalId: ['Identifier there', 'The next import finds the entry by it. Do not change.'],
      },
    },
    'provenance.attribution': {
      name: 'Attribution',
      fields: {
        text: ['Text', 'For example “© OpenStreetMap contributors”.'],
        licenceUrl: ['Address of the licence', 'Web address of the licence text.'],
      },
    },
    ...legalComponents,
  },
  values: {
    ...legalValues,
    'self-employed': 'Self-employed',
    micro: 'Micro (up to 9 employees)',
    small: 'Small (up to 49 employees)',
    medium: 'Medium (up to 249 employees)',
    large: 'Large (250 employees or more)',
    'on-site': 'On site',
    delivery: 'Delivery',
    pickup: 'Pickup',
    phone: 'By phone',
    'online-order': 'Online order',
    'online-shop': 'Online shop',
    'home-service': 'Home service',
    voucher: 'Voucher',
    discount: 'Discount',
    service: 'Service',
    support: 'Support',
    project: 'Project',
    hotline: 'Hotline',
    counselling: 'Counselling',
    programme: 'Support programme',
    city: 'City',
    'business-development': 'Business development',
    marketing: 'City marketing',
    chamber: 'Chamber',
    crafts: 'Crafts',
    employers: "Employers' association",
    union: 'Trade union',
    'employment-agency': 'Employment agency or job centre',
    university: 'University',
    association: 'Association',
    'public-authority': 'Public authority',
    'small-business': 'Small businesses',
    'medium-business': 'Medium-sized businesses',
    'corporate-group': 'Corporate groups',
    freelancer: 'Freelancers',
    founder: 'Founders',
    employee: 'Employees',
    consumer: 'Consumers',
    owner: 'Owner',
    manager: 'Manager',
    facebook: 'Facebook',
    instagram: 'Instagram',
    linkedin: 'LinkedIn',
    mastodon: 'Mastodon',
    youtube: 'YouTube',
    tiktok: 'TikTok',
    x: 'X',
    xing: 'Xing',
    other: 'Other',
    'DE-BW': 'Baden-Württemberg',
    'DE-BY': 'Bavaria',
    'DE-BE': 'Berlin',
    'DE-BB': 'Brandenburg',
    'DE-HB': 'Bremen',
    'DE-HH': 'Hamburg',
    'DE-HE': 'Hesse',
    'DE-MV': 'Mecklenburg-Western Pomerania',
    'DE-NI': 'Lower Saxony',
    'DE-NW': 'North Rhine-Westphalia',
    'DE-RP': 'Rhineland-Palatinate',
    'DE-SL': 'Saarland',
    'DE-SN': 'Saxony',
    'DE-ST': 'Saxony-Anhalt',
    'DE-SH': 'Schleswig-Holstein',
    'DE-TH': 'Thuringia',
  },
};
