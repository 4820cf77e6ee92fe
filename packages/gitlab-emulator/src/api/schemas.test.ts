import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { useEmulator } from '../testing/emulator';
import { hasShared, sharedDirectory } from '../testing/shared';
import { aToken, anOrganisation } from '../testing/seeds';

const SCHEMAS = 'gitlab-reference/schemas/public_api/v4';

/** GitLab's own schemas. A deploy token that never expires answers null, which its schema forgets. */
function readSchemas(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const root = join(sharedDirectory, SCHEMAS);
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.json')) {
      const schema = JSON.parse(readFileSync(join(root, file), 'utf8'));
      if (file === 'deploy_token.json') {
        schema.properties.expires_at.type = ['string', 'null'];
      }
      ajv.addSchema({ ...schema, $id: `file:///${file}` });
    }
  }
  return ajv;
}

if (hasShared(SCHEMAS)) {
  describe("GitLab's own JSON schemas", () => {
    const gitlab = useEmulator(
      anOrganisation({
        tokens: [
          {
            kind: 'group',
            groupId: 10,
            name: 'used',
            scopes: ['api'],
            lastUsedAt: '2026-05-01T00:00:00Z',
            description: 'why',
          },
          {
            kind: 'group',
            groupId: 10,
            name: 'endless',
            scopes: ['api'],
            expiresAt: null,
          },
          {
            kind: 'project',
            projectId: 20,
            name: 'ci',
            scopes: ['read_api'],
            accessLevel: 20,
          },
          aToken({ kind: 'impersonation', userId: 4 }),
        ],
        deployTokens: [
          { projectId: 20, name: 'endless', scopes: ['read_repository'] },
          {
            groupId: 10,
            name: 'ending',
            scopes: ['write_virtual_registry'],
            expiresAt: '2026-12-31',
          },
        ],
      }),
    );

    it.each([
      ['/groups/10/access_tokens', 'resource_access_tokens.json'],
      ['/projects/20/access_tokens', 'resource_access_tokens.json'],
      ['/deploy_tokens', 'deploy_tokens.json'],
      ['/groups/10/deploy_tokens', 'deploy_tokens.json'],
      ['/projects/20/deploy_tokens/1', 'deploy_token.json'],
      ['/projects?simple=true', 'projects.json'],
      ['/groups/10/members/all', 'members.json'],
      ['/projects/20/members', 'members.json'],
      ['/metadata', 'metadata.json'],
      ['/version', 'metadata.json'],
      ['/user', 'user/admin.json'],
      ['/users/4', 'user/admin.json'],
      ['/users', 'user/admins.json'],
    ])('accept %s as %s', async (path, schema) => {
      const ajv = readSchemas();
      const { status, json } = await gitlab.as('glpat-root').get(path);
      expect(status).toBe(200);
      ajv.validate(`file:///${schema}`, json);
      expect(ajv.errors ?? []).toEqual([]);
    });

    it.each([
      ['/groups/10/access_tokens', 'resource_access_token.json'],
      ['/projects/20/access_tokens', 'resource_access_token.json'],
      ['/projects/20/deploy_tokens', 'deploy_token.json'],
      ['/users', 'user/admin.json'],
    ])('accept what is made at %s as %s', async (path, schema) => {
      const ajv = readSchemas();
      const client = gitlab.as('glpat-root');
      const { id } = await client.make('POST', path, {
        name: 'made',
        scopes: ['read_repository'],
        expires_at: '2026-08-01',
        username: 'made',
        email: 'made@example.com',
      });
      const { json } = await client.get(`${path}/${id}`);
      ajv.validate(`file:///${schema}`, json);
      expect(ajv.errors ?? []).toEqual([]);
    });

    it('accept what people who are no administrators see', async () => {
      const ajv = readSchemas();
      const client = gitlab.as('glpat-developer');
      ajv.validate(
        'file:///user/public.json',
        (await client.get('/user')).json,
      );
      expect(ajv.errors ?? []).toEqual([]);
      ajv.validate(
        'file:///user/basics.json',
        (await client.get('/users')).json,
      );
      expect(ajv.errors ?? []).toEqual([]);
    });
  });
} else {
  it.todo("compare with GitLab's own JSON schemas");
}
