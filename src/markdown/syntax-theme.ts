import type { ShikiTransformer, ThemeRegistrationRaw } from 'shiki';

/** What a piece of code is, and the TextMate scopes that say so. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  keyword: ['keyword', 'storage', 'variable.language', 'keyword.operator.new', 'keyword.operator.expression'],
  string: ['string', 'string.regexp', 'markup.inline.raw', 'punctuation.definition.string'],
  number: ['constant.numeric', 'constant.language', 'constant.character', 'constant.other'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
  ],
  name: [
    'entity.name.tag',
    'entity.other.attribute-name',
    'support.type.property-name',
    'variable.parameter',
    'meta.object-literal.key',
  ],
  quiet: ['punctuation', 'keyword.operator', 'meta.brace'],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
  heading: ['markup.heading', 'entity.name.section'],
};

// A theme must give colours; each role gets one that stands for it, and becomes a class below.
const MARKED = Object.entries(ROLES).map(([role, scopes], index) => ({
  role,
  scopes,
  colour: `#${(index + 1).toString(16).padStart(6, '0')}`,
}));
const ROLE_OF = new Map(MARKED.map(({ colour, role }) => [colour, role]));
const TEXT = '#FFFFFF';

/** A theme whose colours only say what a piece of code is; `styles/tokens.css` says how that looks. */
export const syntaxTheme: ThemeRegistrationRaw = {
  name: 'roles',
  type: 'light',
  fg: TEXT,
  bg: '#000000',
  settings: [
    { settings: { foreground: TEXT, background: '#000000' } },
    ...MARKED.map(({ scopes, colour }) => ({ scope: [...scopes], settings: { foreground: colour } })),
  ],
};

/** The class of what has a colour of the theme: `code-keyword`. Undefined for plain text. */
export function classOf(colour: string): string | undefined {
  const role = ROLE_OF.get(colour.toLowerCase());
  return role && `code-${role}`;
}

/** Writes a class in place of each inline style. */
export const rolesAsClasses: ShikiTransformer = {
  name: 'roles-as-classes',
  span(node) {
    const [colour = ''] = /#[0-9a-f]{6}/i.exec(String(node.properties['style'] ?? '')) ?? [];
    const role = classOf(colour);
    delete node.properties['style'];
    if (role) node.properties['class'] = role;
  },
  code(node) {
    // A token that is plain text needs no element around it.
    for (const line of node.children) {
      if (line.type !== 'element') continue;
      line.children = line.children.flatMap((token) =>
        token.type === 'element' && Object.keys(token.properties).length === 0 ? token.children : [token],
      );
    }
  },
};
