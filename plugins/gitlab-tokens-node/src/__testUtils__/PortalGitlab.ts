import {
  GitlabEmulator,
  Seed,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';

const ADMINISTRATOR = 'glpat-canary-administrator-4d1e';
const PATH = 'catalog-info.yaml';

function catalogFile(description: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: portal
  description: ${description}
spec:
  type: website
  lifecycle: production
  owner: platform
`;
}

const SEED: Seed = {
  now: '2026-06-01T12:00:00Z',
  users: [{ id: 1, username: 'root', admin: true }],
  groups: [{ id: 10, path: 'example-org' }],
  projects: [
    {
      id: 20,
      path: 'portal',
      groupId: 10,
      files: [{ path: PATH, content: catalogFile('Before') }],
    },
  ],
  tokens: [
    {
      id: 100,
      kind: 'personal',
      userId: 1,
      name: 'administrator',
      scopes: ['api'],
      value: ADMINISTRATOR,
      createdAt: '2026-05-01T08:00:00Z',
      expiresAt: '2026-09-09',
    },
  ],
};

/** A token with its value. */
export interface IssuedToken {
  id: number;
  value: string;
}

/** A GitLab with a private project that has a catalog-info.yaml, and whoever issues and revokes tokens there. */
export class PortalGitlab {
  /** As people copy it from the browser. */
  readonly fileUrl: string;
  readonly host: string;

  private constructor(readonly emulator: GitlabEmulator) {
    this.fileUrl = `${emulator.url}/example-org/portal/-/blob/main/${PATH}`;
    this.host = new URL(emulator.url).host;
  }

  static async start(): Promise<PortalGitlab> {
    return new PortalGitlab(await startGitlabEmulator({ seed: SEED }));
  }

  stop(): Promise<void> {
    return this.emulator.stop();
  }

  /** A token of the group that may read. */
  async issue(): Promise<IssuedToken> {
    const { id, token } = await this.#call('POST', 'groups/10/access_tokens', {
      name: 'Backstage',
      scopes: ['read_api', 'read_repository'],
      access_level: 20,
      expires_at: '2026-09-09',
    });
    return { id, value: token };
  }

  async revoke({ id }: IssuedToken): Promise<void> {
    await this.#call('DELETE', `groups/10/access_tokens/${id}`);
  }

  async describe(description: string): Promise<void> {
    await this.#call('PUT', `projects/20/repository/files/${PATH}`, {
      branch: 'main',
      commit_message: 'Describe the portal',
      content: catalogFile(description),
    });
  }

  /** The statuses of the requests with that token, oldest first. */
  statuses({ id }: IssuedToken): (number | null)[] {
    return this.emulator
      .requests()
      .filter(it => it.tokenId === id)
      .map(it => it.status);
  }

  async #call(method: string, path: string, body?: object) {
    const response = await fetch(`${this.emulator.url}/api/v4/${path}`, {
      method,
      headers: {
        'PRIVATE-TOKEN': ADMINISTRATOR,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text ? JSON.parse(text) : {};
  }
}
