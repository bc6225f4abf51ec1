export const links = {
  'link-unknown':
    'This link does not exist, or no longer. Please copy all of it from the message; what it was about may also have been deleted.',
  'link-expired': 'This link has expired. If we can send a new one, the page of the link offers it.',
  'link-used':
    'This link has already been used, and what was done with it stays done. Open it to see what that was.',
  'challenge-wrong':
    'The check against automatic submissions failed or has expired. Please reload the page, and leave the field “homepage” empty.',
  'challenge-spent':
    'This check against automatic submissions has already been used. Please reload the page.',
  'challenge-missing':
    'Without the check against automatic submissions (it needs JavaScript), we take {maximum} submissions an hour from one connection. Please switch JavaScript on, or try again later.',
};
