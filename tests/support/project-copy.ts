import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FixtureFiles, FixtureSite } from './fixture-site.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const CODE = ['src', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** Where npm writes down what it has installed. */
const RECORD = 'node_modules/.package-lock.json';

interface Installed {
  readonly packages: Record<string, { readonly version: string }>;
}

/** A site with a copy of the project's code around it, in which packages can have other versions. */
export class ProjectCopy extends FixtureSite {
  static async copy(name: string, files: FixtureFiles): Promise<ProjectCopy> {
    const root = join(PROJECT, '.fixtures', name);
    rmSync(root, { recursive: true, force: true });
    const copy = new ProjectCopy(root, root);
    for (const path of CODE) cpSync(join(PROJECT, path), join(root, path), { recursive: true });
    linkPackages(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    copy.write(RECORD, readFileSync(join(PROJECT, RECORD)));
    await copy.fill(files);
    return copy;
  }

  /** Installs a package in another version, one file of which reads otherwise. */
  install(name: string, file: string, edit: (text: string) => string): void {
    const folder = join('node_modules', name);
    this.remove(folder);
    cpSync(join(PROJECT, folder), join(this.root, folder), { recursive: true });
    this.write(join(folder, file), edit(this.read(join(folder, file))));
    const { packages } = JSON.parse(this.read(RECORD)) as Installed;
    this.write(RECORD, JSON.stringify({ packages: { ...packages, [folder]: { version: '999.0.0' } } }));
  }
}

function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    if (name.startsWith('@')) linkPackages(join(from, name), join(to, name));
    else symlinkSync(join(from, name), join(to, name));
  }
}
