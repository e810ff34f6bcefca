import { createReadStream } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ErrorPayload, Logger, ViteDevServer } from 'vite';
import { isWarning, type Problem } from '../series/problem.ts';
import { pictureAddress } from '../series/target.ts';
import { writeEditorFiles } from './editor-files.ts';
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
 * the terminal and in the browser until they are mended. `refreshContent` lets Astro read its
 * content collection again.
 */
export function watchProject(
  server: ViteDevServer,
  live: LiveProject,
  refreshContent: () => Promise<void>,
): void {
  const rooms = ['articles', 'articleimages', 'public'].map((room) => join(live.root, room));
  const tell = teller(server.config.logger);
  const logError = (error: unknown) => {
    server.config.logger.error(String(error), { timestamp: true });
  };
  const update = settled(async () => {
    tell(live.refresh().problems);
    writeEditorFiles(live);
    // Astro may reload pages while it reads; they shall find what is there now.
    renderAnew(server, rooms[0] + sep);
    await refreshContent();
    renderAnew(server, rooms[0] + sep);
    server.ws.send({ type: 'full-reload', path: '*' });
    // Astro passes over a refresh while it reads its own configuration anew, as after a new file.
    await pause(QUIET * 4);
    await refreshContent();
  }, logError);

  server.watcher.add(rooms);
  server.watcher.on('all', (_event, path) => {
    const changed = resolve(path);
    if (rooms.some((room) => changed === room || changed.startsWith(room + sep))) update();
  });
  server.ws.on('connection', () => {
    const errors = live.state.problems.filter((problem) => !isWarning(problem));
    if (errors.length > 0) server.ws.send(overlay(errors, live.root));
  });
  servePictures(server, live);
  writeEditorFiles(live);
  tell(live.state.problems);
}

/** Tells problems when they are others than those told last. */
function teller(logger: Logger): (problems: readonly Problem[]) => void {
  let told = '';
  return (problems) => {
    const report = problems.length === 0 ? '' : reportProblems(problems, { colour: process.stdout.isTTY });
    if (report === told) return;
    told = report;
    if (report === '') logger.info('All problems are mended.', { timestamp: true });
    else logger.warn(`\n\n${report}\n`, { timestamp: true });
  };
}

/** Editors empty a file before they write it, and some tools write many: so long a quiet is waited for. */
const QUIET = 80;

/** Calls become one, some time after the last of them; one that fails is told and is not the last. */
export function settled(work: () => Promise<void>, tell: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch(tell);
    }, QUIET);
  };
}

/** What any article says may show on any page: titles, anchors, parts. So all are rendered anew. */
function renderAnew(server: ViteDevServer, articles: string): void {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.idToModuleMap.values()) {
      const isTouched =
        module.id === RESOLVED_PROJECT_MODULE || module.file?.startsWith(articles.split(sep).join('/'));
      if (isTouched) environment.moduleGraph.invalidateModule(module);
    }
  }
}

/** The first error as Astro's overlay shows it, with its place in the source; all of them below. */
function overlay(errors: readonly Problem[], root: string): ErrorPayload {
  const [first] = errors;
  const file = first && join(root, first.file);
  const err = {
    name: first ? `${first.file}:${first.place.line}:${first.place.column}` : '',
    title: first?.rule,
    message: first?.message ?? '',
    hint: first?.hint,
    stack: reportProblems(errors, { colour: false }),
    plugin: 'series',
    ...(first && file && { id: file, loc: { file, ...first.place } }),
  };
  return { type: 'error', err };
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
