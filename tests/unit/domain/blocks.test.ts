import { checkBlocks } from '#src/domain/blocks';

const paragraph = (...children: unknown[]) => [{ type: 'paragraph', children }];
const text = (value: unknown) => ({ type: 'text', text: value });
const link = (url: unknown) => ({ type: 'link', url, children: [text('hier')] });

describe('blocks', () => {
  test('keep blanks between text nodes and are normalised', () => {
    const blocks = paragraph(text('Die '), { ...text('Mu\u0308ller '), bold: true }, link('www.beispiel.de'));
    expect(checkBlocks(blocks)).toEqual({
      ok: true,
      value: paragraph(text('Die '), { ...text('Müller '), bold: true }, link('https://www.beispiel.de')),
    });
  });

  test.each([
    ['https', 'https://beispiel.de'],
    ['mailto', 'mailto:info@ewg.de?subject=Hallo'],
    ['tel', 'tel:+49201820240'],
  ])('may link to %s', (_case, url) => {
    expect(checkBlocks(paragraph(link(url)))).toMatchObject({ ok: true });
  });

  test.each(['/uploads/a.jpg', 'https://ewg.de/uploads/a.jpg', 'http://localhost:1337/uploads/a_1-b.jpg'])(
    'may show %s',
    (url) => {
      expect(checkBlocks([{ type: 'image', image: { url }, children: [text('')] }])).toMatchObject({
        ok: true,
      });
    },
  );

  test.each([
    ['HTML', paragraph(text('<b>x</b>')), 'text-html'],
    [
      'HTML in a nested list',
      [{ type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('<i>')] }] }],
      'text-html',
    ],
    ['a lone surrogate', paragraph(text('\ud800')), 'text-lone-surrogate'],
    ['a script link', paragraph(link('javascript:alert(1)')), 'blocks-link'],
    ['a data link', paragraph(link('data:text/html,x')), 'blocks-link'],
    ['a link to nothing', paragraph(link(null)), 'blocks-link'],
    [
      'an image from elsewhere',
      [{ type: 'image', image: { url: 'javascript:1' }, children: [text('')] }],
      'blocks-link',
    ],
    ['a type of its own', [{ type: 'html', children: [text('x')] }], 'blocks-malformed'],
    ['a string', '<p>x</p>', 'blocks-malformed'],
    ['children that are no list', [{ type: 'paragraph', children: 'x' }], 'blocks-malformed'],
  ])('are refused with %s', (_case, blocks, reason) => {
    expect(checkBlocks(blocks)).toMatchObject({ ok: false, reason });
  });
});
