import { SaxesParser } from 'saxes';

/** An element of a document, with the namespace that its name is in. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const root = (): XmlElement => ({ name: '', namespace: '', attributes: {}, children: [], text: '' });

/** Reads a document as strictly as XML 1.0 says, and fails where it is not well formed. */
export function parseXml(text: string): XmlElement {
  const document = root();
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element: XmlElement = {
      ...root(),
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(values) as Record<string, string>,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (value) => {
    for (const element of open) element.text += value;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [element] = document.children;
  if (!element) throw new Error('The document has no element.');
  return element;
}

/** The elements of a name directly in another. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The texts of the elements of a name directly in another. */
export function textsOf(element: XmlElement, name: string): string[] {
  return childrenOf(element, name).map(({ text }) => text);
}

/** An element and all below it. */
export function allOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allOf)];
}

/** The texts of all elements of a name in a document, in order; the name is without a prefix. */
export function xmlTexts(text: string, name: string): string[] {
  return allOf(parseXml(text))
    .filter((element) => element.name === name)
    .map((element) => element.text);
}
