import { existsSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';

// The extensions that Vite tries: https://vite.dev/config/shared-options.html#resolve-extensions
const ENDINGS = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

/** Whether an article's import leads to a file, or to a package that is installed. */
export function leadsToModule(name: string, root: string): boolean {
  const path = name.replace(/\?.*$/, '');
  if (path.startsWith('.')) return isFile(resolve(root, 'articles', path));
  if (path.startsWith('/')) return isFile(join(root, path));
  return isBuiltin(path) || /^(astro|virtual):/.test(path) || isInstalled(path, root);
}

function isFile(path: string): boolean {
  return ENDINGS.some((ending) => statSync(path + ending, { throwIfNoEntry: false })?.isFile() === true);
}

function isInstalled(name: string, folder: string): boolean {
  const [scope = '', rest = ''] = name.split('/');
  const packageName = scope.startsWith('@') ? `${scope}/${rest}` : scope;
  if (existsSync(join(folder, 'node_modules', packageName))) return true;
  return dirname(folder) !== folder && isInstalled(name, dirname(folder));
}
