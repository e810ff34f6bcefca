import { join } from 'node:path';
import { askAll, PATIENCE } from '../src/integrations/external/ask.ts';
import { KnownAnswers } from '../src/integrations/external/known-answers.ts';
import type { ProjectState } from '../src/integrations/project-reader.ts';
import { type Answer, externalLinks, linkRemarks, unlessCutOff } from '../src/series/external-links.ts';
import type { Remark } from '../src/series/remark.ts';

/**
 * Asks other sites for what a project links to, but for what was there some days ago, and says so.
 * The answers are kept in a folder for caches.
 */
export async function checkExternal(
  { project }: ProjectState,
  cache: string,
  isFresh: boolean,
): Promise<Remark[]> {
  const links = externalLinks(project);
  const known = new KnownAnswers(join(cache, 'external-links.json'));
  const unknown = links.map(({ url }) => url).filter((url) => isFresh || !known.of(url));
  if (unknown.length > 0) {
    const hosts = [...new Set(unknown.map((url) => new URL(url).host))];
    process.stderr.write(`Asking for ${unknown.length} addresses of ${hosts.length} hosts …\n`);
  }
  const answers = unlessCutOff(await askAll(unknown, PATIENCE));
  known.keep(answers);
  const all = links.flatMap(({ url }): [string, Answer][] => {
    const answer = answers.get(url) ?? known.of(url);
    return answer ? [[url, answer]] : [];
  });
  return linkRemarks(links, new Map(all));
}
