import { plainText } from './plain-text.rules';

describe('plainText', () => {
  it('keeps what a reader reads, a row a line', () => {
    const html = `<!doctype html><html><head><title>T</title><style>p { color: red }</style></head><body>
      <div style="display:none;max-height:0">preview</div><!--[if mso]><p>old</p><![endif]-->
      <p>Сәлем, <b>Айгүл</b>!</p><table><tr><td>Нан</td><td>250&nbsp;₸</td></tr><tr><td>A&amp;B &lt;new&gt;</td><td>1</td></tr></table>
      <a href="https://dala.kz">Сайт</a></body></html>`;
    expect(plainText(html)).toBe('Сәлем, Айгүл!\nНан  250\u00a0₸\nA&B <new>  1\nСайт https://dala.kz');
  });

  it('never turns escaped text back into markup that is then dropped', () => {
    expect(plainText('<p>&lt;b&gt; &amp;lt;</p>')).toBe('<b> &lt;');
  });
});
