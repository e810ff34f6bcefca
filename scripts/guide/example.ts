import { parseArticleName } from '../../src/series/article-name.ts';
import { checkProject } from '../../src/series/check.ts';
import type { Problem } from '../../src/series/problem.ts';
import { projectOf } from '../../tests/support/articles.ts';

/** A file that the guide shows. */
export interface ExampleFile {
  readonly kind: string;
  /** Path from the project root. */
  readonly path: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

interface Examples {
  readonly files: readonly ExampleFile[];
  /** What stands before, between and after blocks of them; nothing where it is blank. */
  readonly between: readonly string[];
}

const FENCE =
  /^(`{4,})md (?<kind>\w+)(?: (?<path>articles\/.+\.mdx?))?(?<latin1> latin1)?\n(?<text>[^]*?)^\1$/gm;

/** Reads code blocks such as `md wrong articles/llm2.mdx` of a text, and the text around them. */
export function examplesIn(text: string): Examples {
  const files = [...text.matchAll(FENCE)].map(({ groups = {} }) => ({
    kind: groups['kind'] ?? '',
    path: groups['path'] ?? 'articles/llm2.md',
    text: groups['text'] ?? '',
    encoding: groups['latin1'] === undefined ? ('utf8' as const) : ('latin1' as const),
  }));
  const between = text.replace(FENCE, '\0').split('\0');
  return { files, between: between.map((part) => part.trim()).filter((part) => part !== '') };
}

/** What every example can refer to. */
const AROUND = {
  articles: {
    'llm0.md': '# LLM internals\n',
    'llm1.md': '# What is an LLM?\n\n## Why build an LLM\n\nTo see how it works.\n',
  },
  pictures: ['attention.svg', 'transformers.png'],
  unreadable: ['broken.png'],
  files: ['paper.pdf'],
};

/** What `npm run check` finds in a project with these files. */
export function problemsOfExample(
  files: readonly Pick<ExampleFile, 'path' | 'text' | 'encoding'>[],
): Problem[] {
  const articles = files.filter(({ path }) => parseArticleName(path));
  const added = articles.map(({ path, text, encoding }) => [
    path.replace('articles/', ''),
    Buffer.from(text, encoding),
  ]);
  const project = projectOf({ ...AROUND, articles: { ...AROUND.articles, ...Object.fromEntries(added) } });
  const names = new Set([...project.articles.map(({ file }) => file), ...files.map(({ path }) => path)]);
  return checkProject(project, [...names]);
}
