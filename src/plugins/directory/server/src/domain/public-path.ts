import type { Traits } from '#src/response-cache/domain/public-address';
import { acceptedForm, FORMS } from './media-types';

const DIRECTORY: Traits = { namesHost: true };
const LISTING: Traits = {
  namesHost: true,
  // What takes none of the forms is refused: that is not kept, but it names what was asked for.
  negotiate: (accept) => {
    const form = acceptedForm(accept);
    return form ? FORMS[form] : (accept ?? '');
  },
};

const DIRECTORY_PATH = /^\/api\/directory\/[a-z0-9./_-]+$/;
const LISTING_PATH = /^\/api\/directory\/listings\//;

/** Everything below `/api/directory`; a listing has several forms. */
export function directoryPath(path: string): Traits | undefined {
  if (!DIRECTORY_PATH.test(path)) return undefined;
  return LISTING_PATH.test(path) ? LISTING : DIRECTORY;
}
