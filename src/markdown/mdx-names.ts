import type { Node as EstreeNode, Program } from 'estree';
import type { Mention } from '../series/article.ts';
import type { Place } from '../series/problem.ts';

/** The names that a piece of MDX's JavaScript uses, defines and imports. */
export interface MdxNames {
  readonly defined: readonly string[];
  readonly used: readonly Mention[];
  readonly imports: readonly Mention[];
  readonly elements: readonly JsxElement[];
}

/** An element of JSX that stands inside an expression. */
export interface JsxElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly place: Place;
}

/**
 * Names are told apart roughly: what an expression defines anywhere counts as defined everywhere
 * in the article, so that nothing right is ever reported.
 */
export function namesIn(program: Program | null | undefined): MdxNames {
  const names: Mutable = { defined: [], used: [], imports: [], elements: [] };
  if (program) walk(program as unknown as Syntax, undefined, names);
  return names;
}

type Mutable = { -readonly [Key in keyof MdxNames]: MdxNames[Key][number][] };

/** A node of the syntax tree, JSX included: https://github.com/estree/estree. */
interface Syntax {
  readonly type: EstreeNode['type'] | `JSX${string}`;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
  readonly [key: string]: unknown;
}

function walk(node: Syntax, parent: Syntax | undefined, names: Mutable): void {
  collect(node, parent, names);
  for (const [key, value] of Object.entries(node)) {
    if (isPropertyName(node, key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) walk(child, node, names);
  }
}

function collect(node: Syntax, parent: Syntax | undefined, names: Mutable): void {
  if (node.type === 'Identifier' && typeof node['name'] === 'string') {
    const isDefinition = parent !== undefined && DEFINES.has(parent.type);
    if (isDefinition) names.defined.push(node['name']);
    names.used.push({ name: node['name'], place: placeOf(node) });
  }
  const source = node.type === 'ImportDeclaration' ? node['source'] : undefined;
  if (isSyntax(source)) names.imports.push({ name: String(source['value']), place: placeOf(source) });
  if (node.type === 'JSXOpeningElement') names.elements.push(elementOf(node));
}

/** Nodes whose direct identifiers are definitions, or stand beside them (a default value, say). */
const DEFINES: ReadonlySet<string> = new Set([
  'ArrayPattern',
  'ArrowFunctionExpression',
  'AssignmentPattern',
  'CatchClause',
  'ClassDeclaration',
  'FunctionDeclaration',
  'FunctionExpression',
  'ImportDefaultSpecifier',
  'ImportNamespaceSpecifier',
  'ImportSpecifier',
  'Property',
  'RestElement',
  'VariableDeclarator',
]);

function isPropertyName(node: Syntax, key: string): boolean {
  if (node['computed'] === true) return false;
  return (
    (node.type === 'MemberExpression' && key === 'property') ||
    ((node.type === 'Property' || node.type === 'MethodDefinition') && key === 'key') ||
    (node.type === 'ImportSpecifier' && key === 'imported') ||
    node.type === 'ExportSpecifier' ||
    node.type === 'LabeledStatement'
  );
}

function elementOf(node: Syntax): JsxElement {
  const attributes = Array.isArray(node['attributes']) ? node['attributes'].filter(isSyntax) : [];
  const pairs = attributes.flatMap(({ name, value }): [string, string][] => {
    const text = isSyntax(value) && value.type === 'Literal' ? value['value'] : undefined;
    return isSyntax(name) && typeof text === 'string' ? [[String(name['name']), text]] : [];
  });
  return { name: jsxName(node['name']), attributes: new Map(pairs), place: placeOf(node) };
}

function jsxName(name: unknown): string {
  if (!isSyntax(name)) return '';
  return name.type === 'JSXMemberExpression'
    ? `${jsxName(name['object'])}.${jsxName(name['property'])}`
    : String(name['name']);
}

function placeOf({ loc }: Syntax): Place {
  return { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
