import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { xhtml } from '../../../../src/outputs/book/xhtml.ts';

const bodyOf = (...content: Parameters<typeof xhtml>[1][number][]) =>
  /<body>(.*)<\/body>/s.exec(xhtml({ title: 'T', language: 'en' }, content as never))?.[1];

test('closes what has no content, and quotes what XML would read', () => {
  expect(bodyOf(h('p', ['a < b & c', h('br'), h('img', { src: 'a.png', alt: '"<&' })]))).toBe(
    '<p>a &#x3C; b &#x26; c<br /><img src="a.png" alt="&#x22;&#x3C;&#x26;" /></p>',
  );
});

test('leaves out characters that XML cannot write', () => {
  expect(bodyOf({ type: 'text', value: 'a\u000Cb\u0000c\uFFFFd\te' })).toBe('abcd\te');
});

test('says that formulas are MathML, and how large they are set on elements that may say it', () => {
  expect(bodyOf(h('math', [h('mrow', { scriptlevel: '0', displaystyle: 'true' }, [h('mi', 'x')])]))).toBe(
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mstyle displaystyle="true" scriptlevel="0"><mrow><mi>x</mi></mrow></mstyle></math>',
  );
});

test('says which language it is in, and which way that is written', () => {
  const text = xhtml({ title: 'T & U', language: 'ar', direction: 'rtl', type: 'bodymatter' }, []);
  expect(text).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<!DOCTYPE html>\n<html [^>]*lang="ar" dir="rtl"/,
  );
  expect(text).toContain('xml:lang="ar"');
  expect(text).toContain('<title>T &#x26; U</title>');
  expect(text).toContain('epub:type="bodymatter"');
});
