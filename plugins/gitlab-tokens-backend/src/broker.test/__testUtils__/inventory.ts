import {
  Owner,
  Role,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { KnexInventoryWriter } from '../../adapters/database/KnexInventoryWriter';
import { parseTokenRef } from '../../domain/TokenRef';
import { Engine } from './engine';

const GROUP: Owner = { type: 'group', id: 10, path: 'example-org' };
const PROJECT: Owner = { type: 'project', id: 20, path: 'example-org/portal' };
const DANA: Owner = { type: 'user', id: 2, path: 'dana' };
const ACCOUNT: Owner = { type: 'user', id: 3, path: 'deployer' };

/** The tokens of the organisation as the inventory calls them. */
export const REFS = {
  group: 'dev.group.10.101',
  project: 'dev.project.20.102',
  personal: 'dev.personal.2.103',
  account: 'dev.service-account.3-group-10.104',
  impersonation: 'dev.impersonation.2.105',
  groupDeploy: 'dev.group-deploy.10.1',
  projectDeploy: 'dev.project-deploy.20.2',
  alone: 'dev.personal.2.109',
};

/** Lists the organisation's tokens. */
export async function fillInventory({ knex, now }: Engine): Promise<void> {
  const writer = new KnexInventoryWriter(knex, now);
  const rows = [
    row(REFS.group, 'Backstage (group)', GROUP, {
      role: 'developer',
      userId: 900,
    }),
    row(REFS.project, 'Backstage (project)', PROJECT, {
      role: 'developer',
      userId: 901,
    }),
    row(REFS.personal, 'Backstage (personal)', DANA, {
      userId: 2,
      scopes: ['read_api', 'self_rotate'],
    }),
    row(REFS.account, 'Backstage (account)', ACCOUNT, { userId: 3 }),
    row(REFS.impersonation, 'Backstage (impersonation)', DANA, { userId: 2 }),
    row(REFS.alone, 'Backstage (alone)', DANA, { userId: 2, scopes: ['api'] }),
    row(REFS.groupDeploy, 'Deploy (group)', GROUP, {
      username: 'deploy-group',
      scopes: ['read_repository'],
    }),
    row(REFS.projectDeploy, 'Deploy (project)', PROJECT, {
      username: 'deploy-project',
      scopes: ['read_repository'],
    }),
  ];
  for (const owner of [GROUP, PROJECT, DANA, ACCOUNT]) {
    const listing = await writer.begin({
      environment: 'dev',
      host: 'gitlab.example.com',
      families: ['access', 'deploy', 'service-account'],
      owner,
    });
    const own = rows.filter(it => it.owner === owner);
    await listing.add(own.map(token => ({ token, place: owner })));
    await listing.complete();
  }
}

function row(
  ref: string,
  name: string,
  owner: Owner,
  facts: { role?: Role; userId?: number; username?: string; scopes?: string[] },
) {
  const { id, kind } = parseTokenRef(ref)!.ref;
  return {
    ref,
    environment: 'dev',
    kind: kind as TokenKind,
    owner,
    tokenId: id,
    name,
    description: null,
    scopes: facts.scopes ?? ['read_api', 'read_repository'],
    role: facts.role ?? null,
    state: 'active' as const,
    userId: facts.userId ?? null,
    username: facts.username ?? null,
    createdAt: null,
    expiresAt: '2026-06-13',
    lastUsedAt: null,
  };
}
