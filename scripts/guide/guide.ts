import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportProblems } from '../../src/integrations/report.ts';
import { FRONT_MATTER_KEYS } from '../../src/series/front-matter-keys.ts';
import type { Problem } from '../../src/series/problem.ts';
import { REMARKS } from '../../src/series/remark.ts';
import { type ExampleFile, problemsOfExample } from './example.ts';
import { type ExplainedRule, explainedRules } from './explained-rules.ts';

/** An element as an author writes it, of which the guide has a picture. */
export interface GuideElement {
  readonly name: string;
  readonly format: 'md' | 'mdx';
  /** Whether it needs a wide screen to show what it is. */
  readonly isWide: boolean;
  readonly text: string;
}

const SOURCE = resolve(import.meta.dirname, '../../docs/source/authoring.md');
const ELEMENT =
  /^(?<fence>`{4,})(?<format>mdx?) element=(?<name>[a-z-]+)(?<wide> wide)?\n(?<text>[^]*?)^\k<fence>$/gm;
const NOTE =
  '<!-- Written by `npm run guide` from docs/source/ and from the rules in src/. Change it there, not here. -->';

/** The elements that the guide shows, in its order. */
export function guideElements(): GuideElement[] {
  return [...readFileSync(SOURCE, 'utf8').matchAll(ELEMENT)].map(({ groups }) => elementOf(groups));
}

/** What `docs/authoring.md` must be. */
export function guideText(): string {
  const source = readFileSync(SOURCE, 'utf8');
  const withPictures = [...source.matchAll(ELEMENT)].reduce(
    (text, { 0: block, groups }) => text.replace(block, () => shownElement(elementOf(groups))),
    source,
  );
  const text = withPictures
    .replace('{{front-matter}}', frontMatterTable)
    .replace('{{remarks}}', remarksTable)
    .replace('{{rules}}', () => explainedRules().map(ruleSection).join('\n\n'));
  return `${NOTE}\n\n${text}`;
}

function elementOf(groups: Readonly<Record<string, string | undefined>> = {}): GuideElement {
  return {
    name: groups['name'] ?? '',
    format: groups['format'] === 'mdx' ? 'mdx' : 'md',
    isWide: groups['wide'] !== undefined,
    text: groups['text'] ?? '',
  };
}

function shownElement({ name, format, text }: GuideElement): string {
  return `${codeBlock(format, text)}\n\n![The same, as the site shows it](elements/${name}.png)`;
}

function frontMatterTable(): string {
  const rows = Object.entries(FRONT_MATTER_KEYS).map(
    ([key, { what, example, does }]) => `| \`${key}\` | ${what} | \`${example}\` | ${does} |`,
  );
  return ['| key | value | example | what it does |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function remarksTable(): string {
  const rows = Object.entries(REMARKS).map(([rule, what]) => `| \`${rule}\` | ${what} |`);
  return ['| rule | what it tells |', '| --- | --- |', ...rows].join('\n');
}

function ruleSection({ rule, what, why, mend, wrong, right }: ExplainedRule): string {
  const told = wrong.length > 0 ? problemsOfExample(wrong) : [];
  return [
    `### ${rule}`,
    `${what} ${why}`,
    ...wrong.flatMap((file) => fileBlock('Wrong', file)),
    ...(told.length > 0 ? ['is told as', `\`\`\`text\n${reported(told)}\n\`\`\``] : []),
    mend,
    ...right.flatMap((file) => fileBlock('Right', file)),
  ].join('\n\n');
}

function fileBlock(label: string, { path, text }: ExampleFile): string[] {
  const format = path.endsWith('.mdx') ? 'mdx' : 'md';
  return [`${label}, in \`${path}\`:`, codeBlock(format, text)];
}

/** Fences are longer than those in the text. */
function codeBlock(format: string, text: string): string {
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${format}\n${text}${fence}`;
}

/** The problems as a check prints them, without the names of files above and the sum below. */
function reported(problems: readonly Problem[]): string {
  return problems
    .map((problem) => reportProblems([problem], { colour: false }).split('\n').slice(1, 4))
    .map((lines) => lines.map((line) => line.slice(2)).join('\n'))
    .join('\n');
}
