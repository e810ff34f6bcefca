import { type Problem, START } from './problem.ts';

/** What a project has below a folder besides its articles, as paths on disk. */
export interface Room {
  readonly name: 'articleimages' | 'public';
  readonly files: readonly string[];
}

/**
 * Files whose names differ in capitals, or in how their accents are written, are one file on many
 * systems: of two, only one would be there.
 */
export function checkFiles(rooms: readonly Room[]): Problem[] {
  return rooms.flatMap(({ name, files }) => {
    const first = new Map<string, string>();
    return files.flatMap((file): Problem[] => {
      const folded = file.normalize('NFC').toLowerCase();
      const twin = first.get(folded);
      if (twin === undefined) first.set(folded, file);
      if (twin === undefined) return [];
      const isCase = twin.normalize('NFC') !== file.normalize('NFC');
      const how = isCase ? 'but for capitals' : 'but for how its accents are written';
      return [
        {
          rule: 'duplicate-file',
          file: `${name}/${file}`,
          place: START,
          message: `This file has the name of \`${name}/${twin}\` ${how}, and some systems do not tell them apart.`,
          hint: 'Rename or remove one of them.',
        },
      ];
    });
  });
}
