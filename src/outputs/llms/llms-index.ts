import { seriesOf } from '../../series/catalogue.ts';
import type { PublishedArticle } from '../../series/published.ts';
import { markdownAddress } from '../../series/target.ts';
import type { BuiltSite } from '../output.ts';

interface Section {
  readonly title: string;
  readonly articles: readonly PublishedArticle[];
}

/** `llms.txt`: what the site is, and its articles as Markdown, by series. Source: https://llmstxt.org */
export function llmsIndex({ site, address: { origin, base }, articles }: BuiltSite): string {
  const home = origin + base;
  const line = ({ slug, title, description }: PublishedArticle) =>
    `- [${plain(title)}](${markdownAddress(slug, home)}): ${plain(description)}`;
  const sections = seriesOf(articles).map<Section>(({ index, parts }) => ({
    title: index.title,
    articles: [index, ...parts],
  }));
  const pages = articles.filter(({ member }) => member === undefined);
  if (pages.length > 0) sections.push({ title: 'Pages', articles: pages });
  return [
    `# ${plain(site.title)}`,
    `> ${plain(site.description)}`,
    `All texts in one file: [llms-full.txt](${home}llms-full.txt)`,
    ...sections.flatMap((section) => [`## ${plain(section.title)}`, section.articles.map(line).join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A text in one line of Markdown. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]<>*_`]/g, '\\$&');
}
