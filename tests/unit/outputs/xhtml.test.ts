import { x } from 'xastscript';
import { describe, expect, test } from 'vitest';
import { xhtmlOf } from '../../../src/outputs/xhtml.ts';
import { xmlDocument } from '../../../src/outputs/xml.ts';
import { allOf, parseXml } from '../../support/xml.ts';

const written = (html: string) => xmlDocument(x('a', xhtmlOf(html)), 'a.css');

describe('HTML as XHTML', () => {
  test('has each tree in its namespace', () => {
    const elements = allOf(
      parseXml(
        written(
          '<p>a <math><mi>x</mi></math></p><svg viewBox="0 0 1 1"><linearGradient id="a"/><use xlink:href="#a"/><foreignObject><b>c</b></foreignObject></svg>',
        ),
      ),
    );
    const namespaceOf = (name: string) => elements.find((element) => element.name === name)?.namespace;
    expect(['p', 'math', 'mi', 'svg', 'linearGradient', 'use', 'b'].map(namespaceOf)).toEqual([
      'http://www.w3.org/1999/xhtml',
      'http://www.w3.org/1998/Math/MathML',
      'http://www.w3.org/1998/Math/MathML',
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/1999/xhtml',
    ]);
    expect(elements.find(({ name }) => name === 'use')?.attributes).toMatchObject({ 'xlink:href': '#a' });
  });

  test('is read the same by who takes it for HTML', () => {
    expect(written('<p>a<br>b<img src="c" alt=""></p><td></td><details open><p></details>')).toContain(
      '<p xmlns="http://www.w3.org/1999/xhtml">a<br/>b<img src="c" alt=""/></p><details xmlns="http://www.w3.org/1999/xhtml" open=""><p></p></details>',
    );
  });

  test('says a language to readers of XML, too', () => {
    expect(written('<p lang="ja">a</p>')).toContain('lang="ja" xml:lang="ja"');
  });

  test('is well formed whatever stands in it', () => {
    const html = '<p a"b="c" d:e="f">]]> &amp; \u0001 <!-- -- --> <g:h>i</g:h> &lt;![CDATA[ \uD800</p>';
    expect(parseXml(written(html)).text).toBe(']]> &   i <![CDATA[ \uFFFD');
  });
});
