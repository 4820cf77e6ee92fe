import { mockServices } from '@backstage/backend-test-utils';
import {
  ClosableConfig,
  ConfigSource,
  ConfigSources,
  StaticConfigSource,
} from '@backstage/config-loader';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { SopsConfigSource } from '../SopsConfigSource';
import { SopsLocation } from '../sopsLocation';
import {
  DEMO_KEY_FILE,
  setToken,
  writeEnvironmentFile,
} from './environmentFile';
import { IssuedToken, PortalGitlab } from './PortalGitlab';

/** A portal's configuration with a SOPS file, whose token is rotated. */
export class RotatedPortal {
  readonly warnings: string[] = [];
  readonly logger = mockServices.logger.mock({
    warn: (message: string) => this.warnings.push(message),
  });
  #config?: ClosableConfig;

  private constructor(
    readonly gitlab: PortalGitlab,
    readonly location: SopsLocation,
    /** The one that the file holds at the beginning. */
    readonly first: IssuedToken,
  ) {}

  static async start(): Promise<RotatedPortal> {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    const gitlab = await PortalGitlab.start();
    const first = await gitlab.issue();
    const location = {
      directory: mkdtempSync(join(tmpdir(), 'gitlab-readers-')),
      file: 'portal.enc.yaml',
    };
    const portal = new RotatedPortal(gitlab, location, first);
    portal.writeFile(first);
    return portal;
  }

  async stop(): Promise<void> {
    this.#config?.close();
    await this.gitlab.stop();
    rmSync(this.location.directory, { recursive: true });
    delete process.env.SOPS_AGE_KEY_FILE;
  }

  get config(): ClosableConfig {
    if (!this.#config) {
      throw new Error('configure() comes first');
    }
    return this.#config;
  }

  /** What says which file it is, and by default the file, as layers. */
  async configure(
    layer: ConfigSource = new SopsConfigSource(this.location, message =>
      this.warnings.push(message),
    ),
  ): Promise<void> {
    const data = { gitlabTokens: this.gitlabTokens() };
    this.#config = await ConfigSources.toConfig(
      ConfigSources.merge([StaticConfigSource.create({ data }), layer]),
    );
  }

  gitlabTokens() {
    const { directory, file } = this.location;
    return {
      environment: 'local',
      sops: { directory },
      environments: { local: { file } },
    };
  }

  /** Writes the file anew, by default with GitLab's address. */
  writeFile(token: IssuedToken, url: string = this.gitlab.emulator.url): void {
    const { host } = this.gitlab;
    writeEnvironmentFile(this.location, { host, url, token: token.value });
  }

  /** As it is done with overlap, without a grace period. */
  async rotate(old: IssuedToken): Promise<IssuedToken> {
    const next = await this.gitlab.issue();
    await setToken(this.location, next.value);
    await this.gitlab.revoke(old);
    return next;
  }

  /** The token that the configuration has, which follows the file. */
  configuredToken(): string {
    const [entry] = this.config.getConfigArray('integrations.gitlab');
    return entry.getString('token');
  }
}
