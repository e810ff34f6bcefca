import type { Picture } from './article.ts';
import { nearest, onlyNearest } from './nearest.ts';
import { isSameButCase, lastSegment, nearestPicture, onlyPicture } from './nearest-picture.ts';
import { type Context, mendedBy, type Request, type Target, problem } from './target.ts';

export function missingPicture(request: Request, { project }: Context): Target {
  const { url, path } = request;
  const found = nearestPicture(path, [...project.pictures.values()]);
  const suggestion = found && `../articleimages/${found.path}`;
  const only = found && onlyPicture(path, [...project.pictures.values()]);
  const replacement = found && only === found ? addressOfPicture(found) : undefined;
  if (suggestion && isSameButCase(path, suggestion)) {
    return mendedBy(
      problem(
        'missing-picture',
        `\`${url}\` is written with other capitals than the file, and so is found on some systems only.`,
        `Write \`${suggestion}\`.`,
      ),
      replacement,
    );
  }
  if (suggestion && lastSegment(path) === lastSegment(suggestion)) {
    return mendedBy(
      problem('missing-picture', `\`${url}\` leads to no picture.`, `Did you mean \`${suggestion}\`?`),
      replacement,
    );
  }
  return mendedBy(
    problem(
      'missing-picture',
      `There is no picture \`${url}\`.`,
      suggestion === undefined
        ? 'Put it into `articleimages/` and write `../articleimages/` and its name.'
        : `Did you mean \`${suggestion}\`?`,
    ),
    replacement,
  );
}

function addressOfPicture({ path }: Picture): string {
  return `../articleimages/${path.replace(/[%?#]/g, encodeURIComponent)}`;
}

export function missingFile(request: Request, context: Context): Target {
  const { project } = context;
  const wanted = lastSegment(request.path);
  const pictures = [...project.pictures.values()];
  const picture = nearestPicture(wanted, pictures, 0);
  const path = request.path.replace(/^(\.\.?\/)*(\/)?(public\/)?/, '');
  const file = nearest(path, project.files.keys());
  const found = picture ? `../articleimages/${picture.path}` : file && `/${file}`;
  const isOnlyPicture =
    picture && lastSegment(picture.path) === wanted && onlyPicture(wanted, pictures) === picture;
  const isOnlyFile = !picture && file !== undefined && onlyNearest(path, project.files.keys()) === file;
  return mendedBy(
    problem(
      'missing-file',
      `\`${request.url}\` leads to no file.`,
      found === undefined
        ? `Put the file into \`public/\` and write \`/${wanted}\`.`
        : `Did you mean \`${found}\`?`,
    ),
    isOnlyPicture ? addressOfPicture(picture) : isOnlyFile ? found : undefined,
  );
}

export function outsideProject(request: Request, { project }: Context): Target {
  const wanted = lastSegment(request.path);
  const picture = nearestPicture(wanted, [...project.pictures.values()]);
  const article = nearest(wanted.replace(/\.mdx?$/, ''), project.bySlug.keys());
  const found = picture ? `../articleimages/${picture.path}` : article && `./${article}${request.suffix}`;
  const isExact = picture && lastSegment(picture.path) === wanted;
  return mendedBy(
    problem(
      'outside-project',
      `\`${request.url}\` leads out of the project.`,
      found === undefined
        ? 'Link to an article, to a picture in `articleimages/`, or to a file in `public/`.'
        : `Did you mean \`${found}\`?`,
    ),
    isExact && onlyPicture(wanted, [...project.pictures.values()]) === picture
      ? addressOfPicture(picture)
      : undefined,
  );
}
