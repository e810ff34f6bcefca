import type { ReferenceUse } from './article.ts';
import { mendedBy, problem, type Target } from './target.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const SAFE_SCHEMES: ReadonlySet<string> = new Set(['https', 'http', 'mailto', 'tel']);
const HOST = /^(www\.[^/?#]+|[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|ai|edu|gov|app|co))(:\d+)?([/?#]|$)/i;
const MAIL = /^[^\s@/?#]+@[^\s@/?#]+\.[a-z]{2,}$/i;

/** What looks like an address of the web or of mail, but for its scheme. */
function withoutScheme(url: string): Target | undefined {
  const scheme = MAIL.test(url) ? 'mailto:' : HOST.test(url) ? 'https://' : undefined;
  if (scheme === undefined) return undefined;
  return mendedBy(
    problem('malformed-link', `\`${url}\` has no scheme.`, `Write \`${scheme}${url}\`.`),
    scheme + url,
  );
}

/** What an address means that leaves the site; undefined for one that does not. */
export function resolveExternal(url: string, use: ReferenceUse): Target | undefined {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined && !url.startsWith('//')) return withoutScheme(url);
  if (scheme === undefined) {
    return mendedBy(
      problem('unsafe-scheme', `\`${url}\` names no scheme.`, `Write \`https:${url}\`.`),
      `https:${url}`,
    );
  }
  if (!SAFE_SCHEMES.has(scheme) && /^[\w.-]+:\d+(\/|$)/.test(url)) {
    return problem('malformed-link', `\`${url}\` has no scheme.`, `Write \`http://${url}\`.`);
  }
  if (!SAFE_SCHEMES.has(scheme)) {
    return problem(
      'unsafe-scheme',
      `\`${url}\` has the scheme \`${scheme}:\`, which an article may not link to.`,
      'Use `https:`, `http:`, `mailto:` or `tel:`.',
    );
  }
  const isWeb = scheme.startsWith('http');
  if (isWeb && !(URL.canParse(url) && /^https?:\/\/[^/?#]/i.test(url))) {
    return problem(
      'malformed-link',
      `\`${url}\` is not a valid address.`,
      'Copy it from a browser; or put it between backticks, if it is only an example.',
    );
  }
  if (use === 'link') return { kind: 'external', url };
  return problem(
    'remote-resource',
    `\`${url}\` would be loaded from another site by every reader.`,
    use === 'picture'
      ? 'Save the picture in `articleimages/` and write `../articleimages/…`.'
      : 'Put the file into `public/` and write `/…`, or link to it.',
  );
}
