import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand, say } from './command-line.ts';

const HELP = `Makes src/styles/fonts/ of STIX Two Math: what formulas need of it, with its MATH table, by which
brackets grow and limits stand. Needs fontTools: pip install fonttools brotli.
Usage: node scripts/fonts.ts

Exit code: 0 when it is made, 1 when it cannot be, 2 for wrong arguments.
`;

const root = resolve(import.meta.dirname, '..');
const source = resolve(root, 'node_modules/@fontsource/stix-two-math');
const target = resolve(root, 'src/styles/fonts');

/** What a formula is made of, by block of Unicode; `math.css` names the same ranges, joined. */
const RANGES = [
  // Latin, accents, Greek
  'U+20-7E,U+A0,U+A8,U+AC,U+AF,U+B1,U+B4,U+B7,U+D7,U+F7,U+131,U+237,U+2C6,U+2C7,U+2D8-2DC',
  'U+300-30C,U+332,U+338,U+20D7,U+391-3A9,U+3B1-3C9,U+3D1,U+3D5,U+3D6,U+3F0,U+3F1,U+3F5',
  // Punctuation, letterlike signs, arrows, operators, brackets, shapes
  'U+2009,U+2013,U+2014,U+2016,U+2018-201D,U+2020-2022,U+2026,U+2032-2037,U+203E,U+2044,U+2057,U+2061-2064',
  'U+210B-2113,U+2115,U+2118-211D,U+2124,U+2126,U+2128,U+212C-2138,U+2145-2149,U+2190-22FF',
  'U+2300,U+2308-230B,U+23B4,U+23B5,U+23DC-23E1,U+25A0,U+25A1,U+25B3,U+25B9,U+25BD,U+25C3,U+25CA,U+25CB',
  'U+25CF,U+2605,U+266D-266F,U+2713,U+27C2,U+27E6-27EB,U+27F5-27FF,U+2A00-2A06,U+2A0C,U+2A2F,U+2A3F',
  'U+2A7D,U+2A7E,U+2A85-2A8C,U+2AAF,U+2AB0,U+2AC5,U+2AC6',
  // Letters in bold, italic, script, Fraktur, double-struck, sans-serif and typewriter
  'U+1D400-1D4CF,U+1D504-1D56B,U+1D5A0-1D5D3,U+1D670-1D6A5,U+1D6A8-1D71B,U+1D73D,U+1D7CE-1D7E1',
].join(',');

/** Besides the cut: Chromium stretches no arrow whose parts do not say how far they may overlap. */
const PROGRAM = `
import sys
from fontTools import subset
source, ranges, target = sys.argv[1:]
options = subset.Options(flavor='woff2', hinting=False)
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=subset.parse_unicodes(ranges.replace('U+', '')))
subsetter.subset(font)
# No font tells how a spacing tilde grows; the combining one does.
for table in font['cmap'].tables:
    if 0x02DC in table.cmap:
        table.cmap[0x02DC] = table.cmap[0x0303]
for construction in font['MATH'].table.MathVariants.HorizGlyphConstruction:
    parts = construction.GlyphAssembly.PartRecords if construction.GlyphAssembly else []
    for before, after in zip(parts, parts[1:]):
        before.EndConnectorLength = before.EndConnectorLength or 200
        after.StartConnectorLength = after.StartConnectorLength or 200
subset.save_font(font, target, options)
`;

function main(): number {
  const font = resolve(target, 'stix-two-math.woff2');
  const original = resolve(source, 'files/stix-two-math-latin-400-normal.woff2');
  const { status } = spawnSync('python3', ['-c', PROGRAM, original, RANGES, font], { stdio: 'inherit' });
  if (status !== 0) return 1;
  copyFileSync(resolve(source, 'LICENSE'), resolve(target, 'stix-two-math.txt'));
  say(`${font}: ${Math.round(statSync(font).size / 1024)} KiB`);
  return 0;
}

await runCommand({ name: 'node scripts/fonts.ts', help: HELP, options: {}, run: main });
