import type { HostRules } from './host-rules.ts';
import { type Headers, HASHED_FOLDER } from './response-headers.ts';

/**
 * Rules for nginx, to be included in a `server` block whose `root` is the folder that the site stands
 * in: the output itself where the site is served at `/`, else the folder that has it under its base.
 */
export function nginxRules({ base, security, hashed, pages, redirects }: HostRules): string {
  const location = (match: string, headers: Headers, rules: string) =>
    [
      `location ${match} {`,
      ...Object.entries({ ...security, ...headers }).map(
        ([name, value]) => `  add_header ${name} "${value}"${name === 'Cache-Control' ? '' : ' always'};`,
      ),
      `  ${rules}`,
      '}',
    ].join('\n');
  return `${[
    `# Include this in a server block. Its root is the folder in which ${base} is found.`,
    'index index.html;',
    'autoindex off;',
    'server_tokens off;',
    'absolute_redirect off;',
    'charset utf-8;',
    '# Files are compressed beforehand. With the brotli module, add: brotli_static on;',
    'gzip_static on;',
    'gzip_vary on;',
    `error_page 403 =404 ${base}404.html;`,
    `error_page 404 ${base}404.html;`,
    '# Nothing whose name starts with a dot is served.',
    'location ~ /\\. { return 404; }',
    ...(base === '/' ? [] : [`location = ${base.slice(0, -1)} { return 301 ${base}; }`]),
    ...redirects.map(({ from, to }) => `location = ${base}${from} { return 301 ${base}${to}; }`),
    location(`^~ ${base}${HASHED_FOLDER}`, hashed, 'try_files $uri =404;'),
    '# Not every list of types has Markdown.',
    location(
      `~ ^${base.replaceAll('.', '\\.')}.*\\.md$`,
      pages,
      'types { text/markdown md; }\n  charset_types text/markdown;\n  try_files $uri =404;',
    ),
    location(base, pages, 'try_files $uri $uri/ =404;'),
  ].join('\n')}\n`;
}
