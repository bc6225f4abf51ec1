import type { files as German } from '../../de/refusals/files';

export const files: Record<keyof typeof German, string> = {
  'no-files': 'No file was sent. Please send the picture as multipart/form-data in the field “files”.',
  'too-many-files': 'These are too many files at once. Please send {maximum} at most.',
  'form-unreadable':
    'The form cannot be read. Please check Content-Type with its boundary, and that it is complete.',
  'not-an-image': '“{found}” is not a picture that can be read. Please send a JPEG, PNG or WebP.',
  'kind-not-allowed':
    '“{found}” is not a JPEG, PNG or WebP. Please save the picture in one of these formats.',
  'too-many-bytes': '“{found}” is larger than 10 MB. Please make the picture smaller.',
  'too-many-pixels': '“{found}” has more than 25 million pixels. Please make the picture smaller.',
  'upload-quota': 'You have uploaded enough files for today. Please go on in {hours} h.',
  'pictures-busy': 'Too many pictures are being uploaded at the moment. Please try again in a minute.',
  'image-broken': '“{found}” is damaged. Please save the picture again and send it once more.',
  'form-too-large':
    'That is too large: all files together {megabytes} MB at most. Please make the files smaller or upload them one after the other.',
  'file-type':
    '{found}: JPEG, PNG, WebP and PDF are allowed. Please save the file in one of these formats, with the ending that goes with it.',
};
