import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';
// Not the whole package, which has what compresses, too: 6 ms to load instead of 16.
import decompress from 'woff2-encoder/decompress';
import { type Outline, outlineOf, type PathStep } from './outline.ts';
import { remembered } from './remembered.ts';

/** How letters are drawn: heavy and for a large size, heavy for a small one, or light. */
export type Cut = 'title' | 'strong' | 'small';

/** One file of a font in one cut. */
export interface Face {
  readonly font: hb.Font;
  readonly unitsPerEm: number;
  /** Distance of lines, in multiples of the size. */
  readonly leading: number;
  readonly outline: (glyph: number) => Outline;
}

interface Family {
  readonly package: string;
  readonly file: (subset: string) => string;
  readonly leading: number;
  /** The axes that a cut sets. */
  readonly axes: Readonly<Record<Cut, Readonly<Record<string, number>>>>;
  /** Whether its files' own lists of characters can be trusted; else its only file is asked. */
  readonly isSplit: boolean;
}

/** All under the SIL Open Font License 1.1; the first that has a character draws it. */
const FAMILIES: readonly [Family, ...Family[]] = [
  {
    package: '@fontsource-variable/source-serif-4',
    file: (subset) => `source-serif-4-${subset}-opsz-normal.woff2`,
    leading: 1.14,
    axes: {
      title: { wght: 600, opsz: 60 },
      strong: { wght: 650, opsz: 20 },
      small: { wght: 420, opsz: 20 },
    },
    isSplit: true,
  },
  {
    package: '@fontsource-variable/noto-naskh-arabic',
    file: (subset) => `noto-naskh-arabic-${subset}-wght-normal.woff2`,
    leading: 1.5,
    axes: { title: { wght: 600 }, strong: { wght: 650 }, small: { wght: 420 } },
    isSplit: true,
  },
  {
    package: '@fontsource/stix-two-math',
    file: () => 'stix-two-math-latin-400-normal.woff2',
    leading: 1.2,
    axes: { title: {}, strong: {}, small: {} },
    isSplit: false,
  },
  {
    package: '@fontsource-variable/noto-serif-jp',
    file: (subset) => `noto-serif-jp-${subset.replace(/[[\]]/g, '')}-wght-normal.woff2`,
    leading: 1.32,
    axes: { title: { wght: 600 }, strong: { wght: 650 }, small: { wght: 420 } },
    isSplit: true,
  },
];

const packages = createRequire(import.meta.url);
const sources = new Map<string, Promise<hb.Face>>();
const faces = new Map<string, Promise<Face>>();
const found = new Map<string, Promise<Drawable | undefined>>();

/** A grapheme as it can be drawn. */
export interface Drawable {
  readonly grapheme: string;
  readonly face: Face;
}

/**
 * Finds a face for a grapheme, or for another spelling of it: with its accents apart, then by its
 * plain letters. Undefined where no face has its first character.
 */
export function drawable(grapheme: string, cut: Cut): Promise<Drawable | undefined> {
  return remembered(found, `${cut} ${grapheme}`, () => find(grapheme, cut));
}

/** What draws a box for a character that no face has. */
export function boxFace(cut: Cut): Promise<Face> {
  return load(FAMILIES[0], 'latin', cut);
}

async function find(grapheme: string, cut: Cut): Promise<Drawable | undefined> {
  let partial: Drawable | undefined;
  for (const form of ['NFC', 'NFD', 'NFKC'] as const) {
    const spelling = grapheme.normalize(form);
    const [base = 0x20, ...others] = shownIn(spelling);
    for await (const face of facesWith(base, cut)) {
      if (others.every((character) => has(face, character))) return { grapheme: spelling, face };
      partial ??= { grapheme: spelling, face };
    }
  }
  return partial;
}

/** Those that have a character; each is loaded only when the one before does not do. */
async function* facesWith(character: number, cut: Cut): AsyncGenerator<Face> {
  for (const family of FAMILIES) {
    for (const subset of subsetsWith(character, family)) {
      const face = await load(family, subset, cut);
      if (has(face, character)) yield face;
    }
  }
}

function has(face: Face, character: number): boolean {
  return face.font.nominalGlyph(character) !== undefined;
}

/** The characters that are seen. */
function shownIn(grapheme: string): number[] {
  return [...grapheme]
    .filter((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
}

function subsetsWith(character: number, family: Family): string[] {
  if (!family.isSplit) return ['latin'];
  return [...rangesOf(family)]
    .filter(([, ranges]) => ranges.some(([from, to]) => from <= character && character <= to))
    .map(([subset]) => subset);
}

type Ranges = ReadonlyMap<string, readonly (readonly [number, number])[]>;
const ranges = new Map<string, Ranges>();

function rangesOf(family: Family): Ranges {
  return remembered(ranges, family.package, () => {
    const path = packages.resolve(`${family.package}/unicode.json`);
    const lists = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    return new Map(
      Object.entries(lists).map(([subset, list]) => [
        subset,
        list.split(',').map((range) => {
          const [from = '', to = from] = range.replace('U+', '').split('-');
          return [parseInt(from, 16), parseInt(to, 16)] as const;
        }),
      ]),
    );
  });
}

function load(family: Family, subset: string, cut: Cut): Promise<Face> {
  const file = `${family.package}/files/${family.file(subset)}`;
  return remembered(faces, `${cut} ${file}`, async () => {
    const source = await remembered(sources, file, async () => {
      const path = packages.resolve(file);
      return new hb.Face(new hb.Blob(await decompress(readFileSync(path))));
    });
    const font = new hb.Font(source);
    font.setVariations(Object.entries(family.axes[cut]).map(([tag, value]) => new hb.Variation(tag, value)));
    const outlines = new Map<number, Outline>();
    return {
      font,
      unitsPerEm: source.upem,
      leading: family.leading,
      outline: (glyph: number) =>
        remembered(outlines, glyph, () => outlineOf(downwards(font, glyph), source.upem)),
    };
  });
}

/** The path of a glyph with y downwards, as rows of pixels go. */
function downwards(font: hb.Font, glyph: number): PathStep[] {
  return font.glyphToJson(glyph).map(({ type, values }) => {
    return { type, values: values.map((value, at) => (at % 2 === 0 ? value : -value)) };
  });
}
