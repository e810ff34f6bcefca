import * as z from 'zod';
import { frontMatterSchema } from './front-matter.ts';
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts';

/**
 * The schema of front matter as editors read it. It is a little wider than the real one: that a day is in
 * the calendar, that a language exists, and what an alias is made of, only the check knows.
 */
export function frontMatterJsonSchema(): Readonly<Record<string, unknown>> {
  const {
    $schema,
    properties = {},
    ...schema
  } = z.toJSONSchema(frontMatterSchema, {
    // What the author writes, not what is made of it.
    io: 'input',
    unrepresentable: 'any',
    // The draft that editors' YAML support knows best.
    target: 'draft-7',
  });
  const described = Object.entries(FRONT_MATTER_KEYS).map(([key, { what, example, does }]) => [
    key,
    { description: `${does} It is ${what}: \`${example}\`.`, ...Object(properties[key]) },
  ]);
  return {
    $schema,
    title: 'Front matter of an article',
    ...schema,
    properties: Object.fromEntries(described),
  };
}
