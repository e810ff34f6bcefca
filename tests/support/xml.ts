import { SaxesParser } from 'saxes';

/** The texts of the elements of a name, in order. Throws where the text is not well-formed XML. */
export function xmlTexts(xml: string, name: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  const texts: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open.push(tag.name);
    if (tag.name === name) texts.push('');
  });
  parser.on('text', (text) => {
    if (open.at(-1) === name) texts.push((texts.pop() ?? '') + text);
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return texts;
}
