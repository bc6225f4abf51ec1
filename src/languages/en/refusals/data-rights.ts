import type { dataRights as German } from '../../de/refusals/data-rights';

export const dataRights: typeof German = {
  'export-too-soon':
    'You can ask for your data once an hour. The last time was less than an hour ago; when the file is ready, you get a mail.',
  'confirmation-missing': 'Please confirm that it is to be deleted for good: this cannot be undone.',
  'confirmation-differs':
    'This is not the address that is to be erased. Please type it exactly as it is shown.',
  'nothing-chosen': 'Please select what is to be deleted.',
  'no-such-account': 'There is no such account (any more). Please search again.',
};
