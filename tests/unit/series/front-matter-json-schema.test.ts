import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterSchema, readFrontMatter } from '../../../src/series/front-matter.ts';
import { frontMatterJsonSchema } from '../../../src/series/front-matter-json-schema.ts';
import { FRONT_MATTER_KEYS } from '../../../src/series/front-matter-keys.ts';

const { properties, ...schema } = frontMatterJsonSchema() as {
  properties: Record<string, { type: string; description: string }>;
};

test('allows the keys of the schema that articles are checked by, and no other', () => {
  expect(Object.keys(properties)).toEqual(Object.keys(frontMatterSchema.shape));
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
});

test.each(Object.entries(FRONT_MATTER_KEYS))('says of %s what it is', (key, { example, does }) => {
  expect(properties[key]?.type).toMatch(/^(string|boolean|array)$/);
  expect(properties[key]?.description).toContain(does);
  expect(properties[key]?.description).toContain(example);
});

test.each(Object.entries(FRONT_MATTER_KEYS))('has an example of %s that is right', (key, { example }) => {
  const { values, findings } = readFrontMatter(parse(example));
  expect(findings).toEqual([]);
  expect(Object.keys(values)).toEqual([key]);
});
