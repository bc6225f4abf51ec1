import type { reasons as German } from '../de/reasons';

export const reasons: typeof German = {
  'contact-missing': {
    name: 'Contact is missing',
    text: 'Please add a phone number or e-mail address at which customers can reach you.',
  },
  'picture-rights': {
    name: 'Clear the rights of pictures',
    text: 'Please name the photographer of each picture and describe briefly what it shows.',
  },
  'hours-contradict': {
    name: 'Check the opening hours',
    text: 'Please check your opening hours: they contradict each other.',
  },
  'outside-the-city': {
    name: 'Outside the city',
    text: 'Your business is outside the city and its near surroundings, so we cannot list it.',
  },
  'no-business': {
    name: 'No business',
    text: 'The entry does not describe a business. We do not list private advertisements.',
  },
  'report-checked': {
    name: 'A report is being checked',
    text: 'We have received a report about your entry. Until it is checked, the entry is not shown.',
  },
  'business-closed': {
    name: 'Business closed',
    text: 'We are told that your business has closed. Please get in touch if this is wrong.',
  },
};
