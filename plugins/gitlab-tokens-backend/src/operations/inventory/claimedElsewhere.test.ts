import { anEnvironment } from '../../__testUtils__/builders';
import {
  CredentialStore,
  CredentialStoreError,
} from '../../ports/CredentialStore';
import { claimedElsewhere } from './claimedElsewhere';

const hosts: Record<string, string> = {
  dev: 'gitlab.example.com',
  qa: 'gitlab.example.com',
  other: 'git.example.org',
};

const credentials: CredentialStore = {
  async read({ name }) {
    if (!hosts[name]) {
      throw new CredentialStoreError({
        outcome: 'locked',
        code: 'NO_KEY',
        message: 'There is no key for it here.',
        action: 'Nothing.',
      });
    }
    const instance = { host: hosts[name], baseUrl: '', apiBaseUrl: '' };
    return {
      ...{ instance, token: null, broker: null },
      ...{ tokenInClear: false, digest: name },
    };
  },
};

it('what other environments of the same GitLab configure is theirs; what they cannot list is nobody’s', async () => {
  const environments = [
    anEnvironment({ name: 'dev', owners: ['example-org'] }),
    anEnvironment({ name: 'qa', owners: ['example-org/data'] }),
    anEnvironment({ name: 'other', owners: ['elsewhere'] }),
    anEnvironment({ name: 'prod', owners: ['locked-org'] }),
    anEnvironment({
      name: 'named',
      host: 'gitlab.example.com',
      owners: ['named-org'],
    }),
  ];
  const claimed = (name: string, host: string) =>
    claimedElsewhere(environments.find(it => it.name === name)!, host, {
      environments,
      credentials,
    });
  expect(await claimed('dev', 'gitlab.example.com')).toEqual([
    'example-org/data',
    'named-org',
  ]);
  expect(await claimed('other', 'git.example.org')).toEqual([]);
});
