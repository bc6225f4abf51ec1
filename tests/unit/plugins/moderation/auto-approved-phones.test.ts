import schema from '../../../../src/api/business/content-types/business/schema.json';

const listed = schema.pluginOptions.listing.moderation.autoApprove;
const phone = listed.find((one) => typeof one === 'object' && one.path === 'contact.phone');
const unseen = new RegExp(`^(?:${typeof phone === 'object' ? phone.matches : '(?!)'})$`);

it.each([
  '+49231123456',
  '+4991231234',
  '+4970311234',
  '+4930115115',
  '+4915112345678',
  '+491601234567',
  '+498001234567',
])('an ordinary number becomes public without review: %s', (number) => {
  expect(number).toMatch(unseen);
});

it.each([
  '+499001234567',
  '+491371234567',
  '+4918051234567',
  '+491901234567',
  '+4911833',
  '+4932123456789',
  '+497001234567',
  '+49112',
  '+49115',
  '112',
  '+882161234567',
  '+43720123456',
  '+49231123456 ',
])('a number that may cost more, or is not German, waits for someone to look at it: %s', (number) => {
  expect(number).not.toMatch(unseen);
});
