import { fieldLabel } from '#src/domain/field-labels';
import { LANGUAGES } from '#src/languages/language';
import { notice } from '#src/plugins/moderation/server/src/validation/notice';
import { decisionBody } from '#src/plugins/moderation/server/src/validation/requests';

// For programs alone: which document, which version, what solves the challenge, what is left empty.
const FOR_PROGRAMS = ['contentType', 'documentId', 'version', 'altcha', 'homepage'];

const fields = [...Object.keys(notice.shape), ...Object.keys(decisionBody.shape)].filter(
  (name) => !FOR_PROGRAMS.includes(name),
);

it.each(LANGUAGES)('every field of a report and of a decision is called by a word in %s', (language) => {
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((name) => fieldLabel([name], language) === name)).toEqual([]);
});
