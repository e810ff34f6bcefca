import type { Article, ComponentUse, Project, Prop } from './article.ts';
import type { ComponentProps } from './author-components.ts';
import { nearest } from './nearest.ts';
import type { Finding, Place, Problem } from './problem.ts';

/** The problems of the components that an article uses and does not define itself. */
export function checkComponents(article: Article, { components }: Pick<Project, 'components'>): Problem[] {
  const at = (place: Place, finding: Finding): Problem => ({ ...finding, file: article.file, place });
  return article.components.flatMap((use) => {
    if (!components.has(use.name)) return [at(use.place, unknown(use, [...components.keys()]))];
    const known = components.get(use.name);
    return known ? checkProps(use, known).map(({ finding, place }) => at(place, finding)) : [];
  });
}

function checkProps(use: ComponentUse, { required, optional }: ComponentProps) {
  const known = [...required, ...optional];
  const isSpread = use.props.some(({ name }) => name === '…');
  const strange = use.props.filter(({ name }) => name !== '…' && !known.includes(name));
  const given = use.props.filter(({ value }) => value?.trim() !== '').map(({ name }) => name);
  // Where one is misspelt, to say that it is missing, too, would be to say it twice.
  const meant = strange.map(({ name }) => nearest(name, known));
  const missing = isSpread ? [] : required.filter((name) => !given.includes(name) && !meant.includes(name));
  return [
    ...strange.map((prop) => ({ finding: unknownProp(prop, use, known), place: prop.place })),
    ...missing.map((name) => ({ finding: missingProp(name, use), place: use.place })),
  ];
}

function unknown({ name }: ComponentUse, known: readonly string[]): Finding {
  const near = nearest(name, known);
  return {
    rule: 'unknown-component',
    message: `There is no component \`<${name}>\`.`,
    hint:
      near === undefined
        ? `Import it, or put it between backticks if it is not meant as one.`
        : `Did you mean \`<${near}>\`?`,
  };
}

function unknownProp({ name }: Prop, use: ComponentUse, known: readonly string[]): Finding {
  const near = nearest(name, known);
  const choice = known.map((one) => `\`${one}\``).join(' and ');
  return {
    rule: 'component-prop',
    message: `\`<${use.name}>\` has no \`${name}\`.`,
    hint:
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : choice === ''
          ? 'Remove it; this component has nothing to set.'
          : `Remove it; this component has ${choice}.`,
  };
}

function missingProp(name: string, use: ComponentUse): Finding {
  return {
    rule: 'component-prop',
    message: `\`<${use.name}>\` needs a \`${name}\`.`,
    hint: `Write \`<${use.name} ${name}="…">\`.`,
  };
}
