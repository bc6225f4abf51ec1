import { readTiles } from '#src/map/domain/tiles';

it.each([
  ['https://tiles.example.de/{z}/{x}/{y}.png', 'https://tiles.example.de'],
  ['https://tiles.example.de:8443/a/{z}/{y}/{x}{r}.webp?key=1', 'https://tiles.example.de:8443'],
  ['  https://tiles.example.de/{z}/{x}/{y}.png ', 'https://tiles.example.de'],
  ['/tiles/{z}/{x}/{y}.png', undefined],
])('%s is a tile server: pictures come from %s', (url, origin) => {
  expect(readTiles(url, ' © Vermessungsamt ')).toEqual({
    url: url.trim(),
    credit: '© Vermessungsamt',
    origin,
  });
});

it.each([[undefined], [''], ['  ']])('%p is none', (url) => {
  expect(readTiles(url, '© Vermessungsamt')).toBeUndefined();
});

it.each([
  ['https://tiles.example.de/{z}/{x}.png'],
  ['http://tiles.example.de/{z}/{x}/{y}.png'],
  ['//tiles.example.de/{z}/{x}/{y}.png'],
  ['https://{s}.tiles.example.de/{z}/{x}/{y}.png'],
  ['https://{z}.tiles.example.de/{z}/{x}/{y}.png'],
  ["https://tiles.example.de/{z}/{x}/{y}.png; script-src 'unsafe-inline'"],
  ['https://tiles.example.de {z}/{x}/{y}'],
  ['https:///{z}/{x}/{y}'],
  ['tiles/{z}/{x}/{y}.png'],
  ['javascript:{z}/{x}/{y}'],
])('%s stops the start', (url) => {
  expect(() => readTiles(url, undefined)).toThrow('MAP_TILES_URL');
});
