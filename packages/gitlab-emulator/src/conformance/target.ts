import { startGitlabEmulator } from '../startGitlabEmulator';

/** A GitLab, and an administrator's token with the scopes `api` and `sudo` for it. */
export interface Target {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/**
 * The GitLab that `GITLAB_CONFORMANCE_URL` and `GITLAB_CONFORMANCE_TOKEN` name, or else a fresh emulator.
 *
 * @throws Error if only one of the two is set
 */
export async function openTarget(): Promise<Target> {
  const { GITLAB_CONFORMANCE_URL: url, GITLAB_CONFORMANCE_TOKEN: token } =
    process.env;
  if (url && token) {
    return { url: url.replace(/\/$/, ''), token, stop: async () => {} };
  }
  if (url || token) {
    throw new Error(
      'GITLAB_CONFORMANCE_URL and GITLAB_CONFORMANCE_TOKEN belong together',
    );
  }
  const administrator = 'glpat-conformance';
  const emulator = await startGitlabEmulator({
    seed: {
      settings: { enterprise: true },
      users: [{ id: 1, username: 'root', admin: true }],
      tokens: [
        {
          kind: 'personal',
          userId: 1,
          scopes: ['api', 'sudo'],
          value: administrator,
        },
      ],
    },
  });
  return {
    url: emulator.url,
    token: administrator,
    stop: () => emulator.stop(),
  };
}
