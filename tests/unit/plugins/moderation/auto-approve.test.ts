import { autoApproval } from '../../../../src/plugins/moderation/server/src/domain/auto-approve';

const LISTED = ['hours', 'contact.phone'];
const de = (fields: Record<string, unknown>) => ({ de: { fields } });

const PUBLIC = { name: 'Bäckerei', hours: ['Mo'], contact: { phone: '+49231', email: 'a@example.org' } };

describe('what an edit makes public at once', () => {
  it('copies a listed attribute and nothing else of the draft', () => {
    const before = { ...PUBLIC, name: 'Neuer Name' };
    const after = { ...before, hours: ['Tu'] };
    expect(autoApproval(LISTED, de(before), de(after), de(PUBLIC))).toEqual({
      paths: ['hours'],
      only: true,
      writes: { de: { hours: ['Tu'] } },
    });
  });

  it('copies one field of a component and keeps the public value of its others', () => {
    const after = { ...PUBLIC, contact: { phone: '+49232', email: 'pending@example.org' } };
    const decided = autoApproval(LISTED, de(PUBLIC), de(after), de(PUBLIC));
    expect(decided.writes).toEqual({ de: { contact: { phone: '+49232', email: 'a@example.org' } } });
    expect(decided.only).toBe(false);
  });

  it('leaves alone what an earlier edit or an editor changed and this one did not', () => {
    const draft = { ...PUBLIC, hours: ['We'] };
    const after = { ...draft, name: 'Neuer Name' };
    expect(autoApproval(LISTED, de(draft), de(after), de(PUBLIC))).toEqual({
      paths: [],
      only: false,
      writes: {},
    });
  });

  it('writes only locales that are public', () => {
    const after = { ...PUBLIC, hours: ['Tu'] };
    const both = (fields: Record<string, unknown>) => ({ ...de(fields), en: { fields } });
    expect(Object.keys(autoApproval(LISTED, both(PUBLIC), both(after), de(PUBLIC)).writes)).toEqual(['de']);
  });
});
