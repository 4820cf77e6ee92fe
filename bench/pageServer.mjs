import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const port = 3000;

/** The address that the demo's configuration gives to the frontend. */
export const appUrl = `http://localhost:${port}`;

async function read(file) {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

/** A file of the build, or the portal's document for every other path, as Backstage's app backend answers. */
async function answer(directory, pathname) {
  const file = path.join(directory, path.normalize(pathname));
  const body = path.extname(file) && (await read(file));
  if (body) {
    return { body, type: types[path.extname(file)] };
  }
  if (pathname.startsWith('/static/')) {
    return undefined;
  }
  const document = await read(path.join(directory, 'index.html'));
  return { body: document, type: types['.html'] };
}

/**
 * Serves a built app.
 *
 * @returns `stop()`
 */
export async function serveApp(directory) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, appUrl);
    const found = await answer(directory, pathname);
    response.writeHead(found ? 200 : 404, {
      'Content-Type': found?.type ?? 'text/plain',
      'Content-Encoding': 'gzip',
      // The names in /static hold digests.
      'Cache-Control': pathname.startsWith('/static/')
        ? 'public, max-age=1209600'
        : 'no-store',
    });
    response.end(gzipSync(found?.body ?? ''));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  return {
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
