import type { Output } from './output.ts';

/** `robots.txt`: whoever comes may read everything, and finds the sitemap. */
export const robots: Output = ({ address: { origin, base } }) => {
  const lines = [
    // https://www.rfc-editor.org/rfc/rfc9309#section-2.3
    ...(base === '/' ? [] : [`# Read only at the top of a host: let ${origin}/robots.txt say this.`, '']),
    'User-agent: *',
    'Allow: /',
    ...(origin === '' ? [] : ['', `Sitemap: ${origin}${base}sitemap.xml`]),
  ];
  return [{ path: 'robots.txt', content: `${lines.join('\n')}\n`, mayBeReplaced: true }];
};
