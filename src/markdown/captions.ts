import type { Definition, Image, Nodes, Paragraph, Parents, Root, RootContent, Table, Text } from 'mdast';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { h } from 'hastscript';
import { isStatic, staticAttributes } from './jsx-attributes.ts';
import { PASS_BY, walk } from './walk.ts';

/** A picture with a caption, and the block that is all about it. */
export interface Figure {
  readonly id: string;
  /** `Figure 2`. */
  readonly label: string;
  readonly caption: string;
  readonly picture: Image;
  readonly node: RootContent;
  readonly parent: Parents;
}

/** A table, and the paragraph before it that is its caption. */
export interface CaptionedTable {
  readonly id: string;
  /** `Table 2`. */
  readonly label: string;
  readonly node: Table;
  readonly caption: Paragraph;
  /** The first words of the caption, which begin with `Table:`. */
  readonly opening: Text;
}

/** What holds words, or a picture of its own; a figure in it would be out of place. */
const NO_ROOM: ReadonlySet<string> = new Set(['heading', 'table', 'defListTerm']);
const NO_ROOM_IN_JSX: ReadonlySet<string> = new Set(
  'button figure h1 h2 h3 h4 h5 h6 p picture span summary'.split(' '),
);

const TABLE_CAPTION = /^Table:\s+(?=\S)/;

/** The pictures of an article that have a title and stand alone, in order: all of them are numbered. */
export function figuresIn(tree: Root): Figure[] {
  const definitions = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  const figures: Figure[] = [];
  walk(tree, (node, _index, parent) => {
    if (NO_ROOM.has(node.type)) return PASS_BY;
    const isJsx = node.type === 'mdxJsxFlowElement';
    const isParagraph = node.type === 'paragraph';
    const only = isParagraph ? onlyChild(node) : node;
    const picture = only && node.type !== 'root' ? captioned(only, definitions) : undefined;
    const caption = picture?.title?.trim();
    if (picture && caption && parent && node.type !== 'root') {
      const number = figures.length + 1;
      const names = { id: `figure-${number}`, label: `Figure ${number}` };
      figures.push({ ...names, caption, picture, node, parent });
      return PASS_BY;
    }
    return isParagraph || (isJsx && NO_ROOM_IN_JSX.has(node.name ?? '')) ? PASS_BY : undefined;
  });
  return figures;
}

/** The tables that have a paragraph such as `Table: What it shows.` directly before them, in order. */
export function captionedTables(tree: Root): CaptionedTable[] {
  const tables: CaptionedTable[] = [];
  walk(tree, (node, index = 0, parent) => {
    if (node.type !== 'table') return;
    const caption = parent?.children[index - 1];
    const opening = caption?.type === 'paragraph' ? caption.children[0] : undefined;
    if (caption?.type !== 'paragraph' || opening?.type !== 'text') return;
    const isCaption =
      TABLE_CAPTION.test(opening.value) || (/^Table:\s$/.test(opening.value) && caption.children.length > 1);
    if (!isCaption) return;
    const number = tables.length + 1;
    tables.push({ id: `table-${number}`, label: `Table ${number}`, node, caption, opening });
  });
  return tables;
}

function onlyChild({ children }: Paragraph): Nodes | undefined {
  const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return others.length === 0 ? only : undefined;
}

/** A picture that may have a title, also of one that was written as HTML or JSX with fixed attributes. */
function captioned(node: Nodes, definitions: ReadonlyMap<string, Definition>): Image | undefined {
  switch (node.type) {
    case 'image':
      return node;
    case 'imageReference': {
      const { url = '', title = null } = definitions.get(node.identifier) ?? {};
      return { type: 'image', url, title, alt: node.alt ?? '' };
    }
    case 'html':
      return pictureOf(attributesOfOnlyImage(node.value));
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.name === 'img' && isStatic(node) ? pictureOf(staticAttributes(node)) : undefined;
    default:
      return undefined;
  }
}

function pictureOf(attributes: ReadonlyMap<string, string> | undefined): Image | undefined {
  if (!attributes) return undefined;
  const { title, ...others } = Object.fromEntries(attributes);
  const picture: Image = { type: 'image', url: others['src'] ?? '', title: title ?? null };
  return { ...picture, data: { hProperties: h('img', others).properties } };
}

function attributesOfOnlyImage(html: string): ReadonlyMap<string, string> | undefined {
  const nodes = parseFragment(html).childNodes.filter((node) => !isBlank(node));
  const [only] = nodes;
  if (nodes.length !== 1 || !only || !('tagName' in only) || only.tagName !== 'img') return undefined;
  return new Map(only.attrs.map(({ name, value }) => [name, value]));
}

function isBlank(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  return 'value' in node && node.value.trim() === '';
}
