/** How an address is written in each of the places where it can stand, so that it is read as given. */

/** Between the brackets of a link, or behind the colon of a definition; without `<` where it can be. */
export function writeDestination(url: string, typed: string): string {
  const escaped = escapedDestination(url);
  const isBare = url !== '' && !url.includes(' ') && !/\\[()]/.test(url) && areBalanced(url);
  return isBare && !typed.startsWith('<') ? escaped : `<${escaped}>`;
}

/** Where a line begins, a `<` would begin an element of JSX: spaces become `%20` there. */
export function writeFirstDestination(url: string): string {
  return escapedDestination(url.replaceAll(' ', '%20')).replace(/[()]/g, '\\$&');
}

/** Neither form of a destination can have a line ending or another control character. */
function escapedDestination(url: string): string {
  const text = url.replace(CONTROLS, encodeURIComponent);
  return text.replace(/\\(?=[!-/:-@[-`{-~]|$)|[<>|$]|&(?=#?\w+;)/g, '\\$&');
}

/** As a value in HTML, or in JSX between quotes; `quote` is empty where there were none. */
export function writeAttribute(url: string, quote: string): string {
  const text = url.replaceAll('&', '&amp;').replaceAll('|', '&#124;');
  if (quote === "'") return text.replaceAll("'", '&#39;');
  const quoted = text.replaceAll('"', '&quot;');
  return quote === '' && (text === '' || /[\s"'`=<>]|\/$/.test(url)) ? `"${quoted}"` : quoted;
}

/** As one of several in a value: without what would divide it, or need an escape. */
export function writeCandidate(url: string): string {
  return url.replace(/[\s,"'`\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** In a text of JavaScript between the quotes that were typed: `'`, `"` or a backtick. */
export function writeLiteral(url: string, quote: string): string {
  const special = quote === '`' ? /[\\`]|\$(?=\{)/g : quote === "'" ? /[\\']/g : /[\\"]/g;
  return url.replace(special, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** As a value of YAML, between the quotes that were typed; with others where those are needed. */
export function writeYaml(url: string, typed: string): string {
  const end = typed.endsWith('\n') ? '\n' : '';
  if (typed.startsWith("'") && !/[\r\n]/.test(url)) return `'${url.replaceAll("'", "''")}'`;
  const isPlain = /^[./][\w./~+=()-]*$/.test(url) || /^[a-z][\w-]*[./][\w./~+=()-]*$/i.test(url);
  return (isPlain && !typed.startsWith('"') ? url : JSON.stringify(url)) + end;
}

/** As a link whose text is its address, where such a one can have it; else as one with a text. */
export function writeAutolink(url: string, typed: string): string {
  const isBracketed = typed.startsWith('<');
  const text = isBracketed ? typed.slice(1, -1) : typed;
  const address = /^mailto:/i.test(text) ? url : url.replace(/^mailto:(?=[^?]+@[\w.-]+\w$)/, '');
  const pattern = isBracketed ? (address === url ? BRACKETED : MAIL) : address === url ? LITERAL : MAIL;
  if (pattern.test(address)) return isBracketed ? `<${address}>` : address;
  return `[${text.replace(/[\\`*_{}[\]<>&|$~]/g, '\\$&')}](${writeDestination(url, '')})`;
}

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f]/g;
const BRACKETED = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>|]*$/i;
const LITERAL = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/([\w/.~%=&?#-]*[a-z0-9/])?)?$/i;
const MAIL = /^[a-z0-9][\w.+-]*@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

function areBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
