import { isLasting } from '#src/plugins/self-service/web/domain/lasting';

const CITY = 'https://betriebe.example';

it.each([
  ['/my-business/app.ABC.js', true],
  ['/my-business/chunk.ABC.js', true],
  ['/my-business/icon.192.png?main=9b1c1c', true],
  ['/pages/pages.0a1b.css?main=9b1c1c', true],
  ['/pages/font-latin.0a1b.woff2', true],
  ['/my-business/worker.js', false],
  ['/my-business/manifest.de.webmanifest', false],
  ['/api/my/account', false],
  ['/uploads/picture.png', false],
  ['/mein-betrieb', false],
  ['/vorschau/business/x?token=y', false],
])('%s is kept for the time without a net: %s', (path, isKept) => {
  expect(isLasting(CITY + path, CITY)).toBe(isKept);
});

it.each(['https://other.example/my-business/app.ABC.js', 'data:text/plain,x', '/my-business/app.ABC.js', ''])(
  'nothing of another host, and no fragment of an address: %s',
  (url) => {
    expect(isLasting(url, CITY)).toBe(false);
  },
);
