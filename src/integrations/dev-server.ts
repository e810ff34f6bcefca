import { createReadStream } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { isWarning, type Problem } from '../series/problem.ts';
import { pictureAddress } from '../series/target.ts';
import { RESOLVED_PROJECT_MODULE } from './project-module.ts';
import type { ProjectState } from './project-reader.ts';
import { reportProblems } from './report.ts';

/** What the dev server needs of a running site. */
export interface LiveProject {
  readonly root: string;
  readonly base: string;
  readonly state: ProjectState;
  /** Reads again what has changed on disk. */
  refresh(): ProjectState;
}

/**
 * Keeps the dev server true to the author's files: any change below `articles/`, `articleimages/`
 * or `public/` is read at once, shown in every page that it touches, and its problems are told in
 * the terminal and in the browser until they are mended.
 */
export function watchProject(server: ViteDevServer, live: LiveProject): void {
  const rooms = ['articles', 'articleimages', 'public'].map((room) => join(live.root, room));
  let told = '';
  const tell = (problems: readonly Problem[]) => {
    const report = reportProblems(problems, { colour: process.stdout.isTTY });
    if (report === told) return;
    told = report;
    if (problems.length > 0) server.config.logger.warn(`\n${report}\n`, { timestamp: true });
    else server.config.logger.info('All problems are mended.', { timestamp: true });
  };

  server.watcher.add(rooms);
  server.watcher.on('all', (_event, path) => {
    const changed = resolve(path);
    if (!rooms.some((room) => changed === room || changed.startsWith(room + sep))) return;
    const { problems } = live.refresh();
    tell(problems);
    renderAgain(server, join(live.root, 'articles') + sep);
  });
  server.ws.on('connection', () => {
    const errors = live.state.problems.filter((problem) => !isWarning(problem));
    if (errors.length > 0) server.ws.send(overlay(errors, live.root));
  });
  servePictures(server, live);
  if (live.state.problems.length > 0) tell(live.state.problems);
}

/** What any article says may show on any page: titles, anchors, parts. So all are rendered anew. */
function renderAgain(server: ViteDevServer, articles: string): void {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.idToModuleMap.values()) {
      const isTouched =
        module.id === RESOLVED_PROJECT_MODULE || module.file?.startsWith(articles.split(sep).join('/'));
      if (isTouched) environment.moduleGraph.invalidateModule(module);
    }
  }
  server.ws.send({ type: 'full-reload', path: '*' });
}

/** The errors as Astro's overlay shows them; it takes HTML. */
function overlay(errors: readonly Problem[], root: string): ErrorPayload {
  const [first] = errors;
  const lines = errors.map(
    ({ file, place, rule, message, hint }) =>
      `${file}:${place.line}:${place.column}  ${rule}\n${message}\n${hint}`,
  );
  return {
    type: 'error',
    err: {
      name: errors.length === 1 ? 'A problem in an article' : `${errors.length} problems in articles`,
      message: escapeHtml(lines.join('\n\n')).replaceAll('\n', '<br>'),
      stack: '',
      plugin: 'series',
      ...(first && { id: join(root, first.file), loc: { file: join(root, first.file), ...first.place } }),
    },
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Serves the originals of `articleimages/`; copies are made by a build only. */
function servePictures(server: ViteDevServer, live: LiveProject): void {
  server.middlewares.use((request, response, next) => {
    const address = request.originalUrl?.split('?')[0];
    const pictures = [...live.state.project.pictures.values()];
    const picture = pictures.find(({ path }) => pictureAddress(path, live.base) === address);
    if (!picture) {
      next();
      return;
    }
    const extension = picture.path.split('.').at(-1)?.toLowerCase() ?? '';
    response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(join(live.root, 'articleimages', picture.path))
      .on('error', next)
      .pipe(response);
  });
}
