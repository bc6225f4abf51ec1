import { ownPicture } from '#src/domain/own-picture';

const PAGE = 'https://betriebe.example.de/presse/markt';

test.each([
  ['/uploads/markt.jpg', '/uploads/markt.jpg'],
  ['https://betriebe.example.de/uploads/markt.jpg?updated_at=1', '/uploads/markt.jpg?updated_at=1'],
  ['HTTPS://BETRIEBE.example.de:443/uploads/markt.jpg', '/uploads/markt.jpg'],
])('%s is of this installation', (address, path) => {
  expect(ownPicture(address, PAGE)).toBe(path);
});

test.each([
  ['nothing', undefined],
  ['another host', 'https://zaehlt.example/uploads/markt.jpg'],
  ['another host without a scheme', '//zaehlt.example/uploads/markt.jpg'],
  ['another host after a backslash', '/\\zaehlt.example/uploads/markt.jpg'],
  ['another host with ours as its name', 'https://betriebe.example.de@zaehlt.example/uploads/markt.jpg'],
  ['another host that begins like ours', 'https://betriebe.example.de.zaehlt.example/uploads/markt.jpg'],
  ['another port', 'https://betriebe.example.de:8443/uploads/markt.jpg'],
  ['another scheme', 'http://betriebe.example.de/uploads/markt.jpg'],
  ['a picture within its address', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
  ['a script', 'javascript:alert(1)'],
  ['a page of ours', '/konto'],
  ['a way out of the uploads', '/uploads/../konto'],
  ['an encoded way out of the uploads', '/uploads/%2e%2e/konto'],
  ['no address', 'http://['],
])('%s is not', (_what, address) => {
  expect(ownPicture(address, PAGE)).toBeUndefined();
});
