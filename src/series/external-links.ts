import type { Project } from './article.ts';
import type { Place } from './problem.ts';
import type { Remark } from './remark.ts';
import { resolveReference } from './reference.ts';

/** What is known of an address of another site, after it was asked. */
export type Answer =
  | { readonly kind: 'there' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly why: string; readonly isHostUnknown?: boolean }
  /** Nothing certain: the site may be busy, or lets no program in. */
  | { readonly kind: 'silent'; readonly why: string };

/** An address of another site, and everywhere that an article leads there. */
export interface ExternalLink {
  readonly url: string;
  readonly at: readonly { readonly file: string; readonly place: Place }[];
}

/** The links of a project's articles, also of drafts, to pages of other sites. */
export function externalLinks(project: Project): ExternalLink[] {
  const found = project.articles.flatMap((article) =>
    article.references.flatMap((reference) => {
      const target = resolveReference(reference, { article, project });
      if (target.kind !== 'external' || !/^https?:/i.test(target.url)) return [];
      return [{ url: target.url, file: article.file, place: reference.place }];
    }),
  );
  return [...Map.groupBy(found, ({ url }) => url)].map(([url, at]) => ({
    url,
    at: at.map(({ file, place }) => ({ file, place })),
  }));
}

/** Where no host at all is known, it is this machine that is cut off, and nothing is said of the links. */
export function unlessCutOff(answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  const isCutOff = [...answers.values()].every((answer) => answer.kind === 'dead' && answer.isHostUnknown);
  const silent: Answer = { kind: 'silent', why: 'this machine reaches no host at all' };
  return isCutOff ? new Map([...answers.keys()].map((url) => [url, silent])) : answers;
}

/** What is to be said of the links, by their answers; nothing of those that are there. */
export function linkRemarks(links: readonly ExternalLink[], answers: ReadonlyMap<string, Answer>): Remark[] {
  return links.flatMap(({ url, at }) => {
    const said = remarkOn(url, answers.get(url) ?? { kind: 'there' });
    return said ? at.map((where) => ({ ...said, ...where })) : [];
  });
}

function remarkOn(url: string, answer: Answer): Omit<Remark, 'file' | 'place'> | undefined {
  switch (answer.kind) {
    case 'there':
      return undefined;
    case 'moved':
      return {
        rule: 'moved-link',
        message: `\`${url}\` has moved for good.`,
        hint: `Write \`${answer.to}\`.`,
      };
    case 'dead':
      return {
        rule: 'dead-link',
        message: `\`${url}\` leads to nothing: ${answer.why}.`,
        hint: 'Look for where it is now, or for a copy in an archive; or take the link out.',
      };
    case 'silent':
      return {
        rule: 'silent-link',
        message: `\`${url}\` did not say whether it is there: ${answer.why}.`,
        hint: 'Open it in a browser, or ask again later.',
      };
  }
}
