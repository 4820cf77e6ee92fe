import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { useEmulator } from '../testing/emulator';
import { hasShared, sharedDirectory } from '../testing/shared';
import { anOrganisation } from '../testing/seeds';

const SPECIFICATION = 'gitlab-reference/openapi_v3.tokens-subset.yaml';

/** The operations in it that are not emulated; the README names them too. */
const NOT_EMULATED = [
  'GET /groups/{id}/manage/personal_access_tokens',
  'DELETE /groups/{id}/manage/personal_access_tokens/{pat_id}',
  'POST /groups/{id}/manage/personal_access_tokens/{pat_id}/rotate',
  'GET /groups/{id}/manage/resource_access_tokens',
  'DELETE /groups/{id}/manage/resource_access_tokens/{prat_id}',
  'POST /groups/{id}/manage/resource_access_tokens/{prat_id}/rotate',
  'PUT /users/{id}',
  'GET /users/{user_id}/projects',
  'PUT /projects/{id}',
  'POST /groups/{id}/members/{user_id}/override',
  'DELETE /groups/{id}/members/{user_id}/override',
  'PUT /groups/{id}/members/{member_id}/approve',
  'POST /groups/{id}/members/approve_all',
  'PUT /groups/{id}/members/{user_id}/state',
  'PUT /groups/{id}',
];

interface Specification {
  readonly paths: Record<string, Record<string, unknown>>;
}

if (hasShared(SPECIFICATION)) {
  describe("GitLab's own OpenAPI description", () => {
    const gitlab = useEmulator({
      ...anOrganisation(),
      settings: { enterprise: true },
    });
    const file = join(sharedDirectory, SPECIFICATION);
    const { paths } = parse(readFileSync(file, 'utf8')) as Specification;
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => ({
        method: method.toUpperCase(),
        path: path.slice('/api/v4'.length),
      })),
    );

    it('names no operation that is missing here but those known to be', async () => {
      const missing = [];
      for (const { method, path } of operations) {
        // A wrong token changes nothing, and a route that is not there says so before it looks at the token.
        const { json, status } = await gitlab
          .as('glpat-unknown')
          .send(method, path.replace(/\{\w+\}/g, '987'));
        const isUnknown =
          status === 404 && 'error' in (json as { error?: string });
        if (isUnknown || status === 405) {
          missing.push(`${method} ${path}`);
        }
      }
      expect(missing).toEqual(NOT_EMULATED);
    });
  });
} else {
  it.todo("compare with GitLab's own OpenAPI description");
}
