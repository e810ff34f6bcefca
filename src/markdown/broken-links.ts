import type { Finding } from '../series/problem.ts';

interface BrokenLink {
  readonly index: number;
  readonly finding: Finding;
}

const START = /(?<=^|[\s(“‘—–|>*_])!?\[[^\][\n]+\]\(/g;

/** How an address begins, or ends: what is in brackets after a word may well be no address. */
const ADDRESS = /^(\.{0,2}\/|#|<|https?:|mailto:)|\.(mdx?|html?|png|jpe?g|gif|svg|webp|avif|pdf)\b/i;
const FILE_END = /\.(mdx?|html?|png|jpe?g|gif|svg|webp|avif|pdf)$/i;

/** Finds `[text](address)` that is text, because of what stands in its address. */
export function brokenLinks(text: string): BrokenLink[] {
  return [...text.matchAll(START)].flatMap(({ 0: opening, index }) => {
    const inside = insideOf(text, index + opening.length);
    const content = inside ?? text.slice(index + opening.length).split('\n')[0] ?? '';
    if (!ADDRESS.test(content.trim())) return [];
    const finding = inside === undefined ? unclosed(opening + content) : withSpace(opening, content);
    return finding ? [{ index, finding }] : [];
  });
}

/** What stands between a bracket and the one that closes it on its line. */
function insideOf(text: string, from: number): string | undefined {
  let depth = 1;
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(from, at);
  }
  return undefined;
}

function unclosed(link: string): Finding {
  const message = `\`${link}\` is no link, since its bracket is not closed.`;
  return { rule: 'malformed-link', message, hint: 'Write `)` after the address.' };
}

function withSpace(opening: string, content: string): Finding | undefined {
  if (!/\s/.test(content.trim())) return undefined;
  return {
    rule: 'malformed-link',
    message: `\`${opening}${content})\` is no link, since its address has a space.`,
    hint: `Write \`${opening}${mended(content.trim())})\`.`,
  };
}

/** The content as it was probably meant: an address with spaces, or one with a title. */
function mended(content: string): string {
  if (FILE_END.test(content)) return `<${content}>`;
  if (/^#\s/.test(content)) return content.replace(/^#\s+/, '#');
  const [, address = content, rest = ''] = /^(\S+)\s+(.*)$/s.exec(content) ?? [];
  if (/^=\d*x\d*$/.test(rest)) return address;
  const isTitle = /^["“”'‘’(]/.test(rest) || rest.includes(' ');
  return isTitle ? `${address} "${rest.replace(/^["“”'‘’(]+|["“”'‘’)]+$/g, '')}"` : `<${content}>`;
}
