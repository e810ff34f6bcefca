import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentPolicy, inlineHashes, joined, policyOf } from '../../../src/finishing/content-policy.ts';
import { attributeOf, elementsOf, parsePage, serializePage } from '../../../src/finishing/page-tree.ts';
import { addresses, fc } from '../../support/properties.ts';

const code = fc.oneof(
  addresses,
  fc.constantFrom("'; script-src *", '</script ><script>x', '<!--', "'unsafe-inline'", '\r\n', '"'),
);
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const hashes = fc.uniqueArray(fc.string().map(hashOf), { maxLength: 4 });

/** As a browser reads it: https://www.w3.org/TR/CSP3/#parse-serialized-policy */
function parsed(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const token of policy.split(';')) {
    const [name = '', ...sources] = token.trim().split(/[ \t\n\f\r]+/);
    expect(directives.has(name), name).toBe(false);
    directives.set(name, sources);
  }
  return directives;
}

const FIXED = [...parsed(policyOf({ scripts: [], styles: [] }))].filter(
  ([name]) => !/^(script|style)-src$/.test(name),
);

function expectPolicy(policy: string, scripts: readonly string[], styles: readonly string[]): void {
  const directives = parsed(policy);
  expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", ...scripts]);
  expect(directives.get('style-src')).toEqual(styles.length > 0 ? styles : ["'none'"]);
  expect([...directives].filter(([name]) => !/^(script|style)-src$/.test(name))).toEqual(FIXED);
}

test('a policy has the hashes that it is given, and nothing else that changes', () => {
  fc.assert(
    fc.property(hashes, hashes, (scripts, styles) => {
      expectPolicy(policyOf({ scripts, styles }), scripts, styles);
    }),
  );
});

test('the policy of a page allows what the page has once it is read again, whatever that is', () => {
  fc.assert(
    fc.property(
      fc.array(code, { maxLength: 3 }),
      fc.array(code, { maxLength: 3 }),
      code,
      (scripts, styles, text) => {
        const body = [
          ...scripts.map((one) => `<script>${one}</script>`),
          ...styles.map((one) => `<style>${one}</style>`),
        ].join('');
        const tree = parsePage(
          `<!doctype html><html><head><title>${text}</title></head><body>${body}</body></html>`,
        );
        contentPolicy({ name: 'a/index.html', tree, address: { origin: '', base: '/' } });
        const again = parsePage(serializePage(tree));
        const [first] = elementsOf(again).filter(({ tagName }) => !['html', 'head'].includes(tagName));
        expect(first && attributeOf(first, 'http-equiv')).toBe('Content-Security-Policy');
        const inline = inlineHashes(again);
        expectPolicy((first && attributeOf(first, 'content')) ?? '', inline.scripts, inline.styles);
      },
    ),
  );
});

test('the policy of several pages does not depend on their order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ scripts: hashes, styles: hashes }), { maxLength: 4 }), (pages) => {
      const all = joined(pages);
      expect(joined(pages.toReversed())).toEqual(all);
      expect(new Set(all.scripts)).toEqual(new Set(pages.flatMap(({ scripts }) => scripts)));
      expectPolicy(policyOf(all), all.scripts, all.styles);
    }),
  );
});
