import { expect, test } from 'vitest';
import { sitemap } from '../../../src/outputs/sitemap.ts';
import { type BuiltParts, builtSite, outputOf } from '../../support/built-site.ts';
import { xmlTexts } from '../../support/xml.ts';

async function entriesOf(parts: BuiltParts): Promise<string[]> {
  const xml = (await outputOf(sitemap, builtSite(parts))).get('sitemap.xml')?.toString() ?? '';
  const entries = xml.match(/<url>.*<\/url>/g) ?? [];
  expect(xmlTexts(xml, 'url')).toHaveLength(entries.length);
  return entries.map((entry) => [...xmlTexts(entry, 'loc'), ...xmlTexts(entry, 'lastmod')].join(' '));
}

const DATED = {
  'llm0.md': '---\ndate: 2024-01-01\n---\n# Index\n',
  'llm1.md': '---\ndate: 2024-02-01\nupdated: 2024-05-01\n---\n# One\n',
  'llm2.md': '---\ndate: 2024-03-01\n---\n# Two\n',
  'about.md': '---\ndate: 2024-06-01\n---\n# About\n',
};

test('has each page with the day on which what it shows last changed', async () => {
  expect(await entriesOf({ articles: DATED })).toEqual([
    'https://site.example/blog/ 2024-06-01',
    'https://site.example/blog/about/ 2024-06-01',
    'https://site.example/blog/llm0/ 2024-05-01',
    'https://site.example/blog/llm1/ 2024-05-01',
    'https://site.example/blog/llm2/ 2024-03-01',
  ]);
});

test('gives no day to a page that shows one without', async () => {
  expect(await entriesOf({ articles: { ...DATED, 'llm2.md': '# Two\n' } })).toEqual([
    'https://site.example/blog/',
    'https://site.example/blog/about/ 2024-06-01',
    'https://site.example/blog/llm0/',
    'https://site.example/blog/llm1/ 2024-05-01',
    'https://site.example/blog/llm2/',
  ]);
});

test('has no draft, neither as a page nor as a date', async () => {
  const articles = { ...DATED, 'llm3.md': '---\ndraft: true\ndate: 2025-01-01\n---\n# Three\n' };
  expect(await entriesOf({ articles })).toEqual(await entriesOf({ articles: DATED }));
});

test('writes addresses as they are typed into a browser', async () => {
  const articles = { '注意.md': '# Attention\n' };
  expect(await entriesOf({ articles })).toContain('https://site.example/blog/%E6%B3%A8%E6%84%8F/');
});

test('is not there where the site does not know its origin', async () => {
  const site = builtSite({ articles: DATED, address: { origin: '', base: '/' } });
  expect(await sitemap(site)).toEqual([]);
});
