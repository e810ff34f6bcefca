import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { filesBelow } from '../src/integrations/files-below.ts';
import { problemsWith, writeNewFile } from '../src/integrations/new-article.ts';
import { ProjectReader, type ProjectState } from '../src/integrations/project-reader.ts';
import { headingOf } from '../src/markdown/heading-text.ts';
import { type ArticleName, parseArticleName } from '../src/series/article-name.ts';
import type { Day } from '../src/series/day.ts';
import { beginningOf, nextNames, seriesNames } from '../src/series/new-article.ts';
import { parsePort } from '../src/series/port.ts';
import type { Problem } from '../src/series/problem.ts';
import {
  chosen,
  type Given,
  ROOT_OPTION,
  rootOf,
  runCommand,
  say,
  setting,
  siteSettings,
  WrongCall,
} from './command-line.ts';

const HELP = `Begins the next part of a series: a file with its title and today's date.
Usage: npm run new -- "Title" [options]

  --series NAME      the series, such as llm; needed where there is more than one
  --new-series NAME  begin a series instead: write its index, NAME0, with this title; its first part is
                     what is begun after that
  --draft            keep it out of every build until its \`draft: true\` is removed
  --md               write Markdown instead of MDX
  --root DIR         in the project in DIR
  --help             this text

The part's number comes after the last one's. Nothing that exists is changed: a number whose address is
taken (by a draft, an article of another format, an alias, a file of public/) is passed over.

Exit code: 0 when the file is written, 1 when it cannot be, 2 for wrong arguments.
`;

const OPTIONS = {
  ...ROOT_OPTION,
  series: { type: 'string' },
  'new-series': { type: 'string' },
  draft: { type: 'boolean' },
  md: { type: 'boolean' },
} as const;

function main(given: Given<typeof OPTIONS>, [written]: readonly string[]): number {
  const root = rootOf(given);
  const address = siteSettings();
  const port = setting(() => parsePort(process.env['PORT'], 'PORT')) ?? 4321;
  const format = given.md ? 'md' : 'mdx';
  const title = titleOf(written);
  const heading = headingOf(title, format);
  if (heading === undefined) throw new WrongCall(`\`${title}\` cannot be written as a heading.`);
  const text = beginningOf({ heading, day: today(), draft: given.draft ?? false });
  const files = filesBelow(resolve(root, 'articles')).map((path) => `articles/${path}`);
  const state = new ProjectReader(root, address).read();

  const passed: string[] = [];
  for (const name of candidates(given, files, format)) {
    const problems = existsSync(resolve(root, name.file)) ? [] : problemsWith(state, files, { name, text });
    const taken = problems.find(isTaken);
    if (taken && given['new-series'] === undefined) {
      passed.push(`${name.slug} is passed over: ${taken.message}`);
      continue;
    }
    const [problem] = problems;
    if (problem) throw new Error(`Nothing is written: ${problem.message} ${problem.hint}`);
    writeNewFile(root, name.file, text);
    tell({ name, title, passed, state, home: `http://localhost:${port}${address.base}` });
    return 0;
  }
  throw new Error(`Nothing is written.\n${passed.join('\n')}`);
}

function titleOf(written: string | undefined): string {
  const title = (written ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (title === '') throw new WrongCall('A title is needed: `npm run new -- "Self-attention"`.');
  if (/\p{Cc}/u.test(title)) throw new WrongCall('The title has a control character in it.');
  return title;
}

function candidates(
  { series, 'new-series': begun }: Given<typeof OPTIONS>,
  files: readonly string[],
  format: ArticleName['format'],
): ArticleName[] {
  const names = seriesNames(files);
  if (begun !== undefined) {
    if (series !== undefined) throw new WrongCall('`--series` and `--new-series` do not go together.');
    if (names.includes(begun))
      throw new WrongCall(`There is a series \`${begun}\` already: \`--series ${begun}\`.`);
    const name = parseArticleName(`articles/${begun}0.${format}`);
    if (name?.member?.series !== begun) {
      throw new WrongCall(`\`${begun}\` cannot be the name of a series: letters are, such as \`nlp\`.`);
    }
    return [name];
  }
  if (names.length === 0) throw new WrongCall('There is no series yet: begin one with `--new-series NAME`.');
  if (series !== undefined) return nextNames(files, chosen(series, names, '`--series` must be'), format);
  const [only = '', ...more] = names;
  if (more.length > 0)
    throw new WrongCall(
      `There are several series: add ${names.map((name) => `\`--series ${name}\``).join(' or ')}.`,
    );
  return nextNames(files, only, format);
}

const TAKEN: ReadonlySet<Problem['rule']> = new Set(['alias-taken', 'duplicate-article', 'reserved-name']);

function isTaken({ rule }: Problem): boolean {
  return TAKEN.has(rule);
}

/** The day on the author's own calendar. */
function today(): Day {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day;
}

interface Written {
  readonly name: ArticleName;
  readonly title: string;
  readonly passed: readonly string[];
  readonly state: ProjectState;
  /** Where the site is while it is written. */
  readonly home: string;
}

function tell({ name: { file, slug, member }, title, passed, state, home }: Written): void {
  for (const line of passed) say(line);
  const what = member?.number === 0 ? 'the index' : `part ${member?.number ?? ''}`;
  say(`Wrote ${file}: ${what} of the series ${member?.series ?? ''}.`);
  say(`With \`npm run dev\` it is at ${home}${encodeURIComponent(slug)}/`);
  const index = state.project.articles.find(
    (article) => article.member?.number === 0 && article.member.series === member?.series,
  );
  const announced = index?.upcoming.find((one) => one.toLowerCase() === title.toLowerCase());
  if (index && announced !== undefined) {
    say(`It was announced: take \`${announced}\` out of \`upcoming\` in ${index.file} when it is published.`);
  }
}

await runCommand({ name: 'npm run new', help: HELP, options: OPTIONS, most: 1, run: main });
