import type { Range } from '../text-edits.ts';
import { type Attribute, addressesIn } from '../url-attributes.ts';
import type { ReferenceSpan } from './reference-span.ts';
import { writeAttribute, writeCandidate } from './written-address.ts';

/** The addresses in an attribute of HTML, or in one of JSX whose value is no expression, which stands at `range`. */
export function attributeSpans(attribute: Attribute, range: Range, source: string): ReferenceSpan[] {
  const addresses = addressesIn(attribute);
  if (addresses.length === 0) return [];
  const typed = source.slice(range.start, range.end);
  const [all, name = '', quote = ''] = /^([^\s=]+\s*=\s*)(["']?)/.exec(typed) ?? [];
  if (all === undefined) return addresses.map((address) => ({ ...address, ...without(range.end) }));
  const raw = typed.slice(name.length + quote.length, typed.length - quote.length);
  const start = range.start + name.length + quote.length;
  const places = addressesIn({ ...attribute, value: raw });
  // A comma or a space that is written as an entity: there is no telling which address is which.
  if (places.length !== addresses.length) return [];
  return addresses.map(({ url, use }, index) => {
    const place = places[index] ?? { start: 0, end: raw.length };
    return {
      url,
      use,
      start: start + place.start,
      end: start + place.end,
      write: (other) => writeAttribute(url === attribute.value ? other : writeCandidate(other), quote),
    };
  });
}

/** An attribute without a value gets one. */
function without(end: number): Pick<ReferenceSpan, 'start' | 'end' | 'write'> {
  return { start: end, end, write: (url) => `="${writeAttribute(url, '"')}"` };
}
