import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { MutableConfigSource } from '@backstage/config-loader';
import { JsonObject } from '@backstage/types';
import { appendFileSync } from 'fs';
import { join } from 'path';
import { inspect } from 'util';
import { describeWithSops, setToken } from '../__testUtils__/environmentFile';
import { IssuedToken, PortalGitlab } from '../__testUtils__/PortalGitlab';
import { RotatedPortal } from '../__testUtils__/RotatedPortal';
import { waitFor } from '../__testUtils__/waitFor';
import { CurrentGitlabIntegrations } from './CurrentGitlabIntegrations';
import { CurrentGitlabUrlReader } from './CurrentGitlabUrlReader';

jest.setTimeout(60_000);

describeWithSops("Backstage's GitLab readers", () => {
  let portal: RotatedPortal;
  let gitlab: PortalGitlab;
  let first: IssuedToken;
  let reading: AbortController;

  beforeEach(async () => {
    reading = new AbortController();
    portal = await RotatedPortal.start();
    ({ gitlab, first } = portal);
    await portal.configure();
  });
  afterEach(async () => {
    reading.abort();
    await portal.stop();
  });

  function currentReader(): UrlReaderService {
    const integrations = CurrentGitlabIntegrations.fromConfig(portal);
    const factories = [CurrentGitlabUrlReader.factoryFor(integrations)];
    return UrlReaders.default({ ...portalServices(), factories });
  }

  const ownReader = () => UrlReaders.default(portalServices());

  function portalServices() {
    const { config, logger } = portal;
    return { config, logger };
  }

  async function read(from: UrlReaderService, options = {}): Promise<string> {
    const response = await from.readUrl(gitlab.fileUrl, options);
    return (await response.buffer()).toString();
  }

  async function readOnAndOn(from: UrlReaderService): Promise<string[]> {
    const { signal } = reading;
    const results: string[] = [];
    while (!signal.aborted) {
      results.push(await read(from).catch(String));
    }
    return results;
  }

  it('read before, during and after rotations, where the reader of the start reads nothing any more', async () => {
    const current = currentReader();
    const own = ownReader();
    const content = await read(own);
    expect(content).toContain('description: Before');
    expect(await read(current)).toBe(content);

    const readers = [1, 2, 3].map(() => readOnAndOn(current));
    const second = await portal.rotate(first);
    expect(portal.configuredToken()).toBe(first.value);
    expect(await read(current)).toBe(content);
    // Only this reader has asked until now.
    expect(gitlab.statuses(first)).toContain(401);
    await expect(read(own)).rejects.toThrow('401 Unauthorized');
    await waitFor(() => portal.configuredToken() === second.value);

    const third = await portal.rotate(second);
    await waitFor(() => portal.configuredToken() === third.value);
    reading.abort();
    const results = (await Promise.all(readers)).flat();
    expect(results.length).toBeGreaterThan(20);
    expect([...new Set(results)]).toEqual([content]);

    await gitlab.emulator.clearRequests();
    expect(await read(current)).toBe(content);
    expect(gitlab.statuses(third)).toEqual([200]);
    expect(gitlab.statuses(second)).toEqual([]);
    await expect(read(own)).rejects.toThrow('401 Unauthorized');
    expect(portal.warnings).toEqual([]);
  });

  it('present a revoked token once and not at each request until the configuration follows', async () => {
    const current = currentReader();
    const second = await portal.rotate(first);
    await read(current);
    await read(current);
    expect(portal.configuredToken()).toBe(first.value);
    expect(gitlab.statuses(first)).toEqual([401]);
    expect(gitlab.statuses(second)).toEqual([200, 200]);
  });

  it('follow the configuration again, once they were ahead of it', async () => {
    const current = currentReader();
    const second = await portal.rotate(first);
    await read(current);
    const third = await gitlab.issue();
    await setToken(portal.location, third.value);
    await waitFor(() => portal.configuredToken() === third.value);
    await read(current);
    expect(gitlab.statuses(second)).toEqual([200]);
    expect(gitlab.statuses(third)).toEqual([200]);
  });

  it('go back to a token that comes back', async () => {
    const current = currentReader();
    const second = await gitlab.issue();
    await gitlab.emulator.addFault({
      path: 'raw',
      fault: { kind: 'status', status: 401 },
    });
    await setToken(portal.location, second.value);
    await read(current);
    await setToken(portal.location, first.value);
    await gitlab.revoke(second);
    expect(await read(current)).toContain('description: Before');
    expect(gitlab.statuses(second)).toEqual([200, 401]);
  });

  it('go on with the new token within a reading of several requests', async () => {
    const second = await portal.rotate(first);
    const tree = `${gitlab.emulator.url}/example-org/portal/-/tree/main`;
    // The emulator has no archives: what is shown here is how the reading gets there.
    await expect(currentReader().readTree(tree)).rejects.toThrow('archive');
    expect(gitlab.statuses(first)).toEqual([401]);
    expect(gitlab.statuses(second)).toEqual([200, 200, 404]);
  });

  it("leave a caller's own token alone", async () => {
    const theirs = await gitlab.issue();
    await gitlab.revoke(theirs);
    const second = await portal.rotate(first);
    const token = theirs.value;
    await expect(read(currentReader(), { token })).rejects.toThrow('401');
    expect(gitlab.statuses(theirs)).toEqual([401]);
    expect(gitlab.statuses(second)).toEqual([]);
  });

  it('do not send the token of another address to the one that has refused', async () => {
    const current = currentReader();
    const second = await gitlab.issue();
    portal.writeFile(second, `${gitlab.emulator.url}/elsewhere`);
    await gitlab.revoke(first);
    await expect(read(current)).rejects.toThrow('401');
    expect(gitlab.statuses(first)).toEqual([401]);
    expect(gitlab.statuses(second)).toEqual([]);
  });

  it('say once why the file cannot be read, and say no secret', async () => {
    const current = currentReader();
    const second = await portal.rotate(first);
    const { directory, file } = portal.location;
    appendFileSync(join(directory, file), 'tampered: true\n');
    await expect(read(current)).rejects.toThrow('401');
    await expect(read(current)).rejects.toThrow('401');

    expect(portal.warnings).toEqual([expect.stringContaining(file)]);
    expect(portal.warnings.join()).not.toContain(second.value);
    expect(portal.warnings.join()).not.toContain(first.value);
  });

  it('serve a host from its first entry to its last, and refuse it then', async () => {
    portal.config.close();
    const layer = MutableConfigSource.create({ data: {} });
    await portal.configure(layer);
    const early = currentReader();
    const change = (entry?: JsonObject) =>
      new Promise<void>(resolve => {
        portal.config.subscribe?.(resolve);
        layer.setData(entry ? { integrations: { gitlab: [entry] } } : {});
      });
    await expect(read(early)).rejects.toThrow('is not allowed');

    const { host } = gitlab;
    const baseUrl = gitlab.emulator.url;
    const entry = { host, baseUrl, apiBaseUrl: `${baseUrl}/api/v4` };
    await change({ ...entry, token: first.value });
    expect(await read(early)).toContain('description: Before');
    const late = currentReader();

    await change({ ...entry, token: 'glpat- torn' });
    const refusal = await read(early).catch(String);
    expect(refusal).toMatch(/cannot be one/);
    expect(refusal).not.toMatch(/torn/);

    await change();
    await gitlab.emulator.clearRequests();
    await expect(read(early)).rejects.toThrow('is not allowed');
    // Backstage's own reader, which is behind this one, has the token of the start.
    await expect(read(late)).rejects.toThrow('is not allowed');
    expect(gitlab.emulator.requests()).toEqual([]);
  });

  it('show no token', async () => {
    const integrations = CurrentGitlabIntegrations.fromConfig(portal);
    const current = UrlReaders.create({
      ...portalServices(),
      factories: [CurrentGitlabUrlReader.factoryFor(integrations)],
    });
    const second = await portal.rotate(first);
    await read(current);
    const shown = [current, integrations]
      .map(it => inspect(it, { depth: 9, showHidden: true }) + String(it))
      .join();
    expect(shown).toContain(gitlab.host);
    expect(shown).not.toContain(first.value);
    expect(shown).not.toContain(second.value);
  });
});
