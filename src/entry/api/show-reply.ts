import type { KeptReply } from '#platform/api/kept-reply.server.ts';
import type { Listed, Operation, Shown } from '#platform/api/operation.ts';

/** Where version 1 of the API stands. */
export const apiRoot = '/api/v1';

/** What an operation gives back, as it goes out. */
export function showReply(operation: Operation, given: Shown | Listed, query: unknown): KeptReply {
  if ('items' in given) return listReply(operation, given, query);
  const { value, version, location } = given;
  const headers = {
    ...(version === undefined ? {} : { etag: `"${version}"` }),
    ...(location === undefined ? {} : { location: apiRoot + location }),
  };
  if (operation.reply === null) return { status: 204, headers, body: '' };
  return {
    status: operation.status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

function listReply(operation: Operation, page: Listed, query: unknown): KeptReply {
  const asked = Object.entries(query as Record<string, unknown>).filter(
    ([name, value]) => value !== undefined && name !== 'cursor',
  );
  const next = page.next
    ? new URLSearchParams([...asked.map(([name, value]) => [name, String(value)]), ['cursor', page.next]])
    : undefined;
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(next && { link: `<${apiRoot}${operation.path}?${next}>; rel="next"` }),
    },
    body: JSON.stringify(page),
  };
}
