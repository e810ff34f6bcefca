import { articleAddress } from '../../series/target.ts';
import type { BuiltSite, OutputFile } from '../output.ts';
import { llmsIndex } from './llms-index.ts';

/**
 * Each article as plain Markdown beside its page, and at the addresses that it has left, `llms.txt`, which lists them, and `llms-full.txt`, which
 * has them one after the other, each below its address. Source: https://llmstxt.org
 */
export async function markdownFiles(site: BuiltSite): Promise<OutputFile[]> {
  const { origin, base } = site.address;
  const files: OutputFile[] = [];
  const all: string[] = [];
  for (const { slug } of site.articles) {
    const content = await site.markdown(slug);
    files.push({ path: `${slug}.md`, content });
    for (const path of leftBy(slug, site)) files.push({ path, content, mayBeReplaced: true });
    all.push(`Source: ${articleAddress(slug, origin + base)}\n\n${content}`);
  }
  return [
    ...files,
    { path: 'llms.txt', content: llmsIndex(site), mayBeReplaced: true },
    { path: 'llms-full.txt', content: all.join('\n---\n\n'), mayBeReplaced: true },
  ];
}

/** Where its Markdown was before: a machine that asks there follows no redirect of a page. */
function leftBy(slug: string, { redirects }: BuiltSite): string[] {
  return redirects.filter(({ to }) => to === `${slug}/`).map(({ from }) => from.replace(/\/$/, '.md'));
}
