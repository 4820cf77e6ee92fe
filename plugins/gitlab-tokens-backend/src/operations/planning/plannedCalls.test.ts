import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { CANARIES, SEED } from '../../__testUtils__/gitlab';
import { GitlabConnector } from '../../adapters/gitlab/GitlabConnector';
import {
  createCall,
  deliveryCalls,
  revokeCall,
  rotateCall,
} from '../../domain/planning/calls';
import { specOf } from '../../domain/planning/NextToken';
import { TokenHome } from '../../domain/TokenRef';
import { GitlabInstance } from '../../ports/GitlabGateway';
import { TokenGateway } from '../../ports/TokenGateway';

const HOMES: TokenHome[] = [
  { kind: 'group', groupId: 10 },
  { kind: 'project', projectId: 20 },
  { kind: 'group-deploy', groupId: 10 },
  { kind: 'project-deploy', projectId: 20 },
  { kind: 'personal', userId: 2 },
  { kind: 'impersonation', userId: 2 },
  { kind: 'service-account', userId: 3 },
  { kind: 'service-account', userId: 3, groupId: 10 },
  { kind: 'service-account', userId: 3, projectId: 20 },
];

const connector = new GitlabConnector({ retries: { attempts: 1 } });

describe('planned calls', () => {
  let emulator: GitlabEmulator;
  let tokens: TokenGateway;

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed: SEED });
    tokens = connect(connector.connectTokens);
  });
  afterAll(() => emulator.stop());
  beforeEach(() => emulator.clearRequests());

  function connect<Gateway>(
    how: (
      instance: GitlabInstance,
      credential: Secret,
      signal: AbortSignal,
    ) => Gateway,
  ): Gateway {
    const { host, origin: baseUrl } = new URL(emulator.url);
    const instance = { host, baseUrl, apiBaseUrl: `${baseUrl}/api/v4` };
    const credential = Secret.of(CANARIES.broker);
    return how(instance, credential, AbortSignal.timeout(30_000));
  }

  /** What was asked for, whatever the answer was. */
  async function sent(request: Promise<unknown>): Promise<string[]> {
    await request.catch(() => {});
    return emulator
      .requests()
      .map(({ method, path }) => `${method} ${path.replace('/api/v4', '')}`);
  }

  it.each(HOMES)('are those that are made, for %j', async home => {
    const ref = { ...home, id: 987654 };
    const { kind } = home;
    const owner = { type: 'user', id: 2, path: 'dana' } as const;
    const common = { kind, owner, name: 'x', scopes: ['read_repository'] };
    const spec = specOf({
      home,
      token: { ...common, role: 'developer', expiresAt: '2026-07-01' },
    });

    const create = createCall(home, 'broker');
    expect(await sent(tokens.issue(spec))).toEqual([
      `${create.method} ${create.path}`,
    ]);
    emulator.clearRequests();
    const revoke = revokeCall(ref, 'broker');
    expect(await sent(tokens.revoke(ref))).toContain(
      `${revoke.method} ${revoke.path}`,
    );
    emulator.clearRequests();
    const rotate = rotateCall(ref, 'broker');
    expect(await sent(tokens.rotate(ref, '2026-07-01'))).toEqual(
      isDeployKind(kind) ? [] : [`${rotate.method} ${rotate.path}`],
    );
  });

  it.each([
    { target: 'ci-variable', project: 'example-org/portal', key: 'TOKEN' },
    { target: 'ci-variable', group: 'example-org', key: 'TOKEN' },
  ])('are those that deliver %j', async delivery => {
    const { project, group, key } = delivery;
    const place = {
      type: project ? ('project' as const) : ('group' as const),
      path: project ?? group ?? '',
      ...{ key, environmentScope: '*' },
    };
    const options = { masked: true, protected: true, raw: true };
    const variables = connect(connector.connectVariables);
    const update = variables.update(place, Secret.of('x'.repeat(20)), options);
    const [{ method, path }] = deliveryCalls(delivery, 'broker');
    expect(await sent(update)).toEqual([`${method} ${path}`]);
  });

  it('are those of a commit and a merge request', async () => {
    const project = 'example-org/portal';
    const path = 'sops/dev.enc.yaml';
    const [commit, propose] = deliveryCalls(
      { target: 'sops-merge-request', project, path, branch: 'main' },
      'broker',
    );
    const repository = connect(connector.connectRepository);
    const change = { project, path, content: 'a: b', lastCommitId: '0' };
    const branches = { sourceBranch: 'a', targetBranch: 'main' };
    expect(
      await sent(
        repository.commitFile({ ...change, branch: 'a', message: 'm' }),
      ),
    ).toContain(`${commit.method} ${commit.path}`);
    expect(
      await sent(
        repository.openMergeRequest({
          ...{ project, ...branches, title: 't', description: '' },
          removeSourceBranch: true,
        }),
      ),
    ).toContain(`${propose.method} ${propose.path}`);
  });

  it('are those of a token that rotates itself', async () => {
    const ref = { kind: 'personal', userId: 2, id: 103 } as const;
    const { method, path } = rotateCall(ref, 'self');
    expect(await sent(tokens.rotateSelf('2026-07-01'))).toEqual([
      `${method} ${path}`,
    ]);
  });
});
