import { inspect } from 'util';
import { describeWithSops } from '../__testUtils__/environmentFile';
import { RotatedPortal } from '../__testUtils__/RotatedPortal';
import { CurrentGitlabCredentialsProvider } from './CurrentGitlabCredentialsProvider';

describeWithSops('CurrentGitlabCredentialsProvider', () => {
  let portal: RotatedPortal;
  let provider: CurrentGitlabCredentialsProvider;

  beforeEach(async () => {
    portal = await RotatedPortal.start();
    await portal.configure();
    provider = CurrentGitlabCredentialsProvider.fromConfig(portal);
  });
  afterEach(() => portal.stop());

  it('gives what the file has, from one moment to the next', async () => {
    const { first, gitlab } = portal;
    const url = gitlab.fileUrl;
    expect(await provider.getCredentials({ url })).toEqual({
      headers: { Authorization: `Bearer ${first.value}` },
      token: first.value,
    });

    const second = await portal.rotate(first);
    expect(portal.configuredToken()).toBe(first.value);
    expect(await provider.getCredentials({ url })).toEqual({
      headers: { Authorization: `Bearer ${second.value}` },
      token: second.value,
    });
    expect(inspect(provider, { depth: 9 })).not.toContain(second.value);
  });

  it('gives nothing for gitlab.com, which is there in any case, and refuses a host without an entry', async () => {
    const url = 'https://gitlab.com/example-org/portal';
    expect(await provider.getCredentials({ url })).toEqual({});
    await expect(
      provider.getCredentials({ url: 'https://other.example.com/a/b' }),
    ).rejects.toThrow('no GitLab integration for other.example.com');
  });
});
