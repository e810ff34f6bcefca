import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { ProjectReader } from '../src/integrations/project-reader.ts';
import { type ArticleStatistics, type Statistics, statisticsOf } from '../src/series/statistics.ts';
import {
  type Given,
  hasColours,
  ROOT_OPTION,
  rootOf,
  runCommand,
  say,
  siteSettings,
  WrongCall,
} from './command-line.ts';
import { table } from './table.ts';

const HELP = `Counts what the articles have: words, reading time, pictures and their weight, links.
Usage: npm run stats -- [options]

  --json      for other tools: one object with articles, total, orphans and unlinked
  --root DIR  of the project in DIR
  --help      this text

Pictures weigh what their files in articleimages/ do; the site has lighter copies of them. Links to a part
are those in the text of other articles: an index lists its parts without one.

Exit code: 0, or 2 for wrong arguments. What is wrong with an article is told by \`npm run check\`.
`;

const OPTIONS = { ...ROOT_OPTION, json: { type: 'boolean' } } as const;

function main(given: Given<typeof OPTIONS>): number {
  const root = rootOf(given);
  if (!existsSync(resolve(root, 'articles'))) throw new WrongCall(`${root} has no folder \`articles\`.`);
  const { project } = new ProjectReader(root, siteSettings(), resolve(root, 'node_modules/.astro')).read();
  const statistics = statisticsOf(project, ({ path }) => statSync(join(root, 'articleimages', path)).size);
  if (given.json) say(JSON.stringify(statistics, undefined, 2));
  else show(statistics);
  return 0;
}

const COLUMNS = [
  { heading: 'Article' },
  { heading: 'Words', isNumber: true },
  { heading: 'Minutes', isNumber: true },
  { heading: 'Pictures', isNumber: true },
  { heading: 'Weight', isNumber: true },
  { heading: 'Links to it', isNumber: true },
  { heading: 'to others', isNumber: true },
  { heading: 'to other sites', isNumber: true },
  { heading: 'Title' },
];

function show({ articles, total, orphans, unlinked }: Statistics): void {
  const paint = (style: 'bold' | 'yellow', text: string) =>
    hasColours(process.stdout) ? styleText(style, text, { validateStream: false }) : text;
  const [heading = '', ...lines] = table(COLUMNS, articles.map(rowOf));
  say([paint('bold', heading), ...lines].join('\n'));
  const drafts = total.drafts > 0 ? `, and ${counted(total.drafts, 'draft')} not counted here` : '';
  say(
    `\n${counted(total.articles, 'article')} (${counted(total.parts, 'part')}), ${counted(total.words, 'word')}, ` +
      `${counted(total.minutes, 'minute')}, ${counted(total.pictures, 'picture')} of ${weight(total.bytes)}${drafts}.`,
  );
  if (orphans.length > 0) {
    say(`\n${paint('yellow', 'Pictures that no article uses:')}`);
    for (const { path, bytes } of orphans) say(`  articleimages/${path}  ${weight(bytes)}`);
  }
  if (unlinked.length > 0) {
    say(`\n${paint('yellow', 'Parts that no other article links to:')}\n  ${unlinked.join(', ')}`);
  }
}

function rowOf({
  slug,
  title,
  draft,
  words,
  minutes,
  pictures,
  linkedFrom,
  linksTo,
  linksOut,
}: ArticleStatistics) {
  const bytes = pictures.reduce((sum, picture) => sum + picture.bytes, 0);
  const numbers = [linkedFrom, linksTo].map(({ length }) => String(length));
  return [
    slug,
    String(words),
    String(minutes),
    String(pictures.length),
    pictures.length === 0 ? '' : weight(bytes),
    ...numbers,
    String(linksOut),
    draft ? `${title} (draft)` : title,
  ];
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

function weight(bytes: number): string {
  return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
}

await runCommand({ name: 'npm run stats', help: HELP, options: OPTIONS, run: main });
