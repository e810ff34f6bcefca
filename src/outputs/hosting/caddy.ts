import type { HostRules } from './host-rules.ts';
import { type Headers, HASHED_FOLDER } from './response-headers.ts';

/**
 * A whole configuration for Caddy. The environment says where the site is and what it is called:
 * `ROOT` is the output folder, `ADDRESS` a host name or `:8080`.
 */
export function caddyfile({ base, security, hashed, pages, redirects }: HostRules): string {
  const header = (matcher: string, headers: Headers) => [
    `  header ${matcher}{`,
    ...Object.entries(headers).map(([name, value]) => `    ${name} "${value}"`),
    '  }',
  ];
  const path = base.slice(0, -1);
  return [
    '{$ADDRESS::8080} {',
    '  root * {$ROOT:dist}',
    ...header('', security),
    `  @hashed path ${base}${HASHED_FOLDER}*`,
    `  @pages not path ${base}${HASHED_FOLDER}*`,
    ...header('@hashed ', hashed),
    ...header('@pages ', pages),
    // Not every list of types has Markdown.
    '  header *.md Content-Type "text/markdown; charset=utf-8"',
    ...redirects.map(({ from, to }) => `  redir ${base}${from} ${base}${to} permanent`),
    ...(path === '' ? [] : below(path)),
    '  @hidden path_regexp /[.]',
    '  error @hidden 404',
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    ...Object.entries(pages).map(([name, value]) => `    header ${name} "${value}"`),
    '    header Content-Type "text/html; charset=utf-8"',
    '    rewrite * /404.html',
    '    file_server',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Serves nothing beside the base, and the folder as if it stood there. */
function below(path: string): string[] {
  return [
    `  redir ${path} ${path}/ permanent`,
    `  @outside not path ${path}/*`,
    '  route {',
    '    error @outside 404',
    `    uri strip_prefix ${path}`,
    '  }',
  ];
}
