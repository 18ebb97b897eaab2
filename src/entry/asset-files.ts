import { serveStatic } from '@hono/node-server/serve-static';
import type { MiddlewareHandler } from 'hono';

/** Serves built files; their names carry a hash of their content, so browsers may keep them for a year. */
export function serveAssets(folder: string): MiddlewareHandler {
  return serveStatic({
    root: folder,
    precompressed: true,
    rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  });
}
